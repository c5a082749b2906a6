import type { commands as french } from '../fr/commands';

export const commands: typeof french = {};
