/** "j'[en|] ai [pas|plus]" → every sentence it stands for. Brackets do not nest. */
export const expandPhrase = (pattern: string): readonly string[] =>
  pattern
    .split(group)
    .map((part) => part.split('|'))
    .reduce<readonly string[]>(
      (begun, choices) => begun.flatMap((beginning) => choices.map((choice) => beginning + choice)),
      [''],
    );

const group = /[[\]]/;
