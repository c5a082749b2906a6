/** What a part of a template is filled from: `data` is the row where a part is repeated, else the whole view. */
export interface Scope {
  readonly root: unknown;
  readonly data: unknown;
}

export type Read = (scope: Scope) => unknown;

/**
 * Reads `${name}`, `${t.name}`, `${$root.name}` and `${name != ''}`; `undefined` for a text without a binding. That is all our
 * templates say of the language of Adaptive Card templates; anything more of it is refused, so that it never shows on a card.
 */
export const bindingIn = (text: string): Read | undefined => {
  const said = form.exec(text)?.groups;
  if (said === undefined) {
    if (text.includes('${')) throw new Error(`A card's template says ${text}: not understood`);
    return undefined;
  }
  const { root, path = '', sign, word } = said;
  const value = root === undefined ? valueAt(path, 'data') : valueAt(path, 'root');
  if (sign === undefined) return value;
  return sign === '==' ? (scope) => value(scope) === word : (scope) => value(scope) !== word;
};

const form =
  /^\$\{(?<root>\$root\.)?(?<path>[a-z]\w*(?:\.[a-z]\w*)*)(?: (?<sign>==|!=) '(?<word>\w*)')?\}$/i;

/** A name that the view does not have is a mistake of ours: better no card than one with a hole in it. */
const valueAt = (path: string, from: keyof Scope): Read => {
  const names = path.split('.');
  return (scope) => {
    let value: unknown = scope[from];
    for (const name of names) value = Object(value)[name];
    if (value === undefined) throw new Error(`A card's view has no ${path}`);
    return value;
  };
};
