/** As much of XMLHttpRequest as the Direct Line client uses, on `fetch`: Node has none of its own. */
export class FetchXhr {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: (() => void) | undefined;
  ontimeout: (() => void) | undefined;
  readonly #headers: Record<string, string> = {};
  readonly #abort = new AbortController();
  #method = 'GET';
  #url = '';
  #answered = new Headers();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  send(body?: string): void {
    void this.#send(body);
  }

  abort(): void {
    this.#abort.abort();
  }

  async #send(body: string | undefined): Promise<void> {
    try {
      const response = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        signal: this.#abort.signal,
        ...(body === undefined || this.#method === 'GET' ? {} : { body }),
      });
      this.#answered = response.headers;
      this.response = await response.json().catch(() => null);
      this.status = response.status;
    } catch {
      this.status = 0;
    }
    if (this.#abort.signal.aborted) return;
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}
