import type { problems as french } from '../fr/problems';

export const problems: typeof french = {};
