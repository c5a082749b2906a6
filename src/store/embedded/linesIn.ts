import { createReadStream } from 'node:fs';

/** The lines of a file that end, one after the other; none when there is no file. */
export async function* linesIn(file: string): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
      let from = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
        begun.push(chunk.subarray(from, end));
        yield Buffer.concat(begun).toString();
        begun = [];
        from = end + 1;
      }
      begun.push(chunk.subarray(from));
    }
  } catch (error) {
    if (Object(error).code !== 'ENOENT') throw error;
  }
}
