/** What keeps the Teams app from being filled in. */
export type TeamsSettingsProblem = 'idMissing' | 'idForm' | 'urlMissing' | 'urlForm' | 'urlPlain';

/** What Teams would refuse or show badly: the colour icon fills its square, the outline is white on nothing. */
export type TeamsIconProblem = 'notPng' | 'size' | 'blank' | 'transparent' | 'opaque' | 'coloured';
