import type { cards as french } from '../fr/cards';

export const cards: typeof french = {};
