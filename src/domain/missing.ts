import type { Draft, Fact } from './facts';
import { askingOrder, factsOf, factTable } from './fieldTable';

/** What a registration still needs, in the order in which it is asked. Terms that are not accepted are missing. */
export const missing = (draft: Draft): readonly Fact[] =>
  askingOrder.flatMap(factsOf).filter((fact) => {
    if (!factTable[fact].required(draft)) return false;
    return fact === 'termsAccepted' ? draft[fact] !== true : draft[fact] === undefined;
  });
