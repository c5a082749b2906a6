/** Cyrillic and Greek capitals that look like Latin ones, as Latin: a label is copied by eye, on whatever keyboard. */
export const latinLetters = (text: string): string =>
  foreign.test(text) ? text.replace(foreignAll, (letter) => latin.get(letter) ?? letter) : text;

const pairs =
  'АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'.split(
    ' ',
  );

const latin: ReadonlyMap<string, string> = new Map(
  pairs.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

const foreign = /[\u0370-\u04ff]/;

const foreignAll = /[\u0370-\u04ff]/g;
