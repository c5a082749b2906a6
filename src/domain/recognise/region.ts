import type { Locale } from '../locale';
import type { Choice } from './country';
import { type PlaceNames, placeKey } from './placeNames';

export interface Region {
  /** "QC", "NY". */
  readonly code: string;
  readonly country: 'CA' | 'US';
}

/** Addresses of Canada and the United States have a province or a state; no other address keeps one. */
export const needsRegion = (country: string): boolean => country === 'CA' || country === 'US';

/** Provinces and territories, then states, by name. */
export const regionChoices = (locale: Locale): readonly Choice[] => choices[locale];

export const regionOf = (text: string): Region | undefined => {
  const key = placeKey(text);
  return regionNames.get(key) ?? regionNames.get(key.replace(article, ''));
};

const article =
  /^(?:(?:province|territoire|territory|etat|state) )?(?:of |de |du |d |des |la |le |les |l |l ile |the |au |aux |en |in )+/;

/** Code, French name, English name (when it differs), other writings. */
const provinces = `
AB|Alberta||alb|alta
BC|Colombie-Britannique|British Columbia|cb|c b|b c
PE|Île-du-Prince-Édouard|Prince Edward Island|pei|ipe|i p e|p e i|ile du prince edouard
MB|Manitoba||man
NB|Nouveau-Brunswick|New Brunswick|n b
NS|Nouvelle-Écosse|Nova Scotia|ne ecosse|n e|n s
NU|Nunavut||nun
ON|Ontario||ont
QC|Québec|Quebec|que|pq|p q|qué
SK|Saskatchewan||sask
NL|Terre-Neuve-et-Labrador|Newfoundland and Labrador|tnl|tn|t n l|t n|terre neuve|newfoundland|labrador|nf|nfld|newfoundland & labrador
NT|Territoires du Nord-Ouest|Northwest Territories|tno|tn o|t n o|nwt|n w t
YT|Yukon||yn|yk`;

const states = `
AL|Alabama||ala
AK|Alaska
AZ|Arizona||ariz
AR|Arkansas||ark
CA|Californie|California|calif|cal
NC|Caroline du Nord|North Carolina|n carolina
SC|Caroline du Sud|South Carolina|s carolina
CO|Colorado||colo
CT|Connecticut||conn
ND|Dakota du Nord|North Dakota
SD|Dakota du Sud|South Dakota
DE|Delaware||del
DC|District de Columbia|District of Columbia|d c|washington dc
FL|Floride|Florida|fla
GA|Géorgie|Georgia
HI|Hawaï|Hawaii|hawai
ID|Idaho
IL|Illinois||ill
IN|Indiana||ind
IA|Iowa
KS|Kansas
KY|Kentucky
LA|Louisiane|Louisiana
ME|Maine
MD|Maryland
MA|Massachusetts||mass
MI|Michigan||mich
MN|Minnesota||minn
MS|Mississippi||miss
MO|Missouri
MT|Montana
NE|Nebraska||neb
NV|Nevada||nev
NH|New Hampshire
NJ|New Jersey||n j
NY|New York||n y|etat de new york|new york state
NM|Nouveau-Mexique|New Mexico|n m
OH|Ohio
OK|Oklahoma||okla
OR|Oregon||ore
PA|Pennsylvanie|Pennsylvania|penn
RI|Rhode Island||r i
TN|Tennessee||tenn
TX|Texas||tex
UT|Utah
VT|Vermont
VA|Virginie|Virginia
WV|Virginie-Occidentale|West Virginia|virginie occidentale
WA|Washington||wash
WI|Wisconsin||wis
WY|Wyoming||wyo`;

interface Row extends Region {
  readonly title: Readonly<Record<Locale, string>>;
  readonly keys: readonly string[];
}

const rowsOf = (table: string, country: Region['country']): readonly Row[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', french = '', english = '', ...others] = line.split('|');
      const title = { fr: french, en: english === '' ? french : english };
      const keys = [code, title.fr, title.en, ...others].map(placeKey);
      return { code, country, title, keys };
    });

const rows = { CA: rowsOf(provinces, 'CA'), US: rowsOf(states, 'US') };

/** Where both have an abbreviation ("TN") it is the state's. */
export const regionNames: PlaceNames<Region> = new Map(
  [...rows.CA, ...rows.US].flatMap(({ code, country, keys }) =>
    keys.map((key): [string, Region] => [key, { code, country }]),
  ),
);

const choicesIn = (locale: Locale): readonly Choice[] => {
  const collator = new Intl.Collator(locale);
  return [rows.CA, rows.US].flatMap((list) =>
    list
      .map(({ code, title }): Choice => ({ title: title[locale], value: code }))
      .sort((a, b) => collator.compare(a.title, b.title)),
  );
};

const choices: Readonly<Record<Locale, readonly Choice[]>> = {
  fr: choicesIn('fr'),
  en: choicesIn('en'),
};
