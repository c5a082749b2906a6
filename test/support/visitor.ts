type Fields = Readonly<Record<string, string>>;

/** A page as it came, and where it came from after redirects. */
export interface Seen {
  readonly status: number;
  /** Path and query. */
  readonly at: string;
  readonly headers: Headers;
  readonly html: string;
  /** Without markup, blanks folded. */
  readonly text: string;
}

/** A browser without scripts: keeps cookies, follows redirects, fills in and submits the first form that posts. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Fields): Promise<Seen>;
  /** Submits the first post form of a page: its hidden inputs and the fields given. */
  submit(page: Seen, fields?: Fields, headers?: Fields): Promise<Seen>;
  post(path: string, fields: Fields, headers?: Fields): Promise<Seen>;
}

export const aVisitor = (url: string, always: Fields = {}): Visitor => {
  const cookies = new Map<string, string>();
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(cookie) ?? [];
      if (/Max-Age=0/.test(rest)) cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  const ask = async (path: string, init: RequestInit, headers: Fields): Promise<Seen> => {
    const response = await fetch(new URL(path, url), {
      ...init,
      redirect: 'manual',
      headers: {
        'accept-language': 'fr-CA',
        ...always,
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...headers,
      },
    });
    keep(response);
    const to = response.headers.get('location');
    if (to !== null) return ask(to, { method: 'GET' }, {});
    const html = await response.text();
    const { pathname, search } = new URL(response.url);
    return {
      status: response.status,
      at: pathname + search,
      headers: response.headers,
      html,
      text: textOf(html),
    };
  };
  const post = (path: string, fields: Fields, headers: Fields = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields) }, headers);
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { method: 'GET' }, headers),
    post,
    submit: (page, fields = {}, headers = {}) => {
      const [, action = '', form = ''] =
        /<form[^>]* method="post"[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/s.exec(page.html) ?? [];
      return post(decoded(action), { ...hiddenIn(form), ...fields }, headers);
    },
  };
};

const hiddenIn = (form: string): Fields =>
  Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, decoded(value)],
    ),
  );

const textOf = (html: string): string =>
  decoded(html.replace(/<script.*?<\/script>|<[^>]*>/gs, ' ')).replace(/[^\S\u00a0]+/g, ' ');

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
