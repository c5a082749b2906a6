import type { pages as french } from '../fr/pages';

export const pages: typeof french = {};
