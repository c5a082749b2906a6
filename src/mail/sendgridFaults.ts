import { Readable } from 'node:stream';

/** The fields that an answer of SendGrid finds fault with ("from", "personalizations.0.to"). Its sentences may quote the mail: they are left out. */
export const faultyFields = async (
  body: unknown,
  patienceMs: number,
): Promise<readonly string[]> => {
  if (!(body instanceof Readable)) return [];
  const answer = parsed(await beginning(body, patienceMs));
  const { errors }: { readonly errors?: unknown } = { ...Object(answer) };
  const fields = (Array.isArray(errors) ? errors : []).map((fault: unknown): unknown =>
    Reflect.get(Object(fault), 'field'),
  );
  return fields.filter(isName).slice(0, mostFields);
};

const mostFields = 3;
const mostBytes = 64 * 1024;

const isName = (field: unknown): field is string =>
  typeof field === 'string' && /^[a-z_][\w.[\]]{0,60}$/i.test(field);

/** What arrives until the end, an error or a limit: it is enough, or it is not. */
const beginning = (body: Readable, patienceMs: number): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks).toString('utf8'));
    };
    const timer = setTimeout(finish, patienceMs);
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
    });
    body.on('end', finish).on('error', finish);
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
