/** The province, territory or state that a canonical postal code lies in; `undefined` where the code does not decide. */
export const postalRegion = (country: string, postalCode: string): string | undefined => {
  if (country === 'CA')
    return territories.get(postalCode.slice(0, 3)) ?? provinces.get(postalCode.charAt(0));
  if (country !== 'US') return undefined;
  const prefix = Number(postalCode.slice(0, 3));
  return states.find(([from, to]) => prefix >= from && prefix <= to)?.[2];
};

const provinces: ReadonlyMap<string, string> = new Map(
  [
    ...'A:NL B:NS C:PE E:NB G:QC H:QC J:QC K:ON L:ON M:ON N:ON P:ON R:MB S:SK T:AB V:BC Y:YT'.split(
      ' ',
    ),
  ].map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
);

/** X is shared by two territories. */
const territories: ReadonlyMap<string, string> = new Map([
  ['X0A', 'NU'],
  ['X0B', 'NU'],
  ['X0C', 'NU'],
  ['X0E', 'NT'],
  ['X0G', 'NT'],
  ['X1A', 'NT'],
]);

/** First three digits of a ZIP code, from and to. Exceptions come before the range they lie in. */
const states: readonly (readonly [number, number, string])[] =
  '5-5NY 10-27MA 28-29RI 30-38NH 39-49ME 55-55MA 50-59VT 60-69CT 70-89NJ 100-149NY 150-196PA 197-199DE 201-201VA 200-205DC 206-219MD 220-246VA 247-268WV 270-289NC 290-299SC 300-319GA 320-349FL 350-369AL 370-385TN 386-397MS 398-399GA 400-427KY 430-459OH 460-479IN 480-499MI 500-528IA 530-549WI 550-567MN 570-577SD 580-588ND 590-599MT 600-629IL 630-658MO 660-679KS 680-693NE 700-714LA 716-729AR 733-733TX 730-749OK 750-799TX 800-816CO 820-831WY 832-838ID 840-847UT 850-865AZ 870-884NM 885-885TX 889-898NV 900-961CA 967-968HI 970-979OR 980-994WA 995-999AK'
    .split(' ')
    .map((range) => {
      const [from = '', to = ''] = range.slice(0, -2).split('-');
      return [Number(from), Number(to), range.slice(-2)];
    });
