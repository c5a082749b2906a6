import type { Draft, Fact } from './facts';
import { askingOrder, factsOf, factTable } from './fieldTable';

/** What a registration still needs, in the order in which it is asked. Terms that are not accepted are missing. */
export const missing = (draft: Draft): readonly Fact[] =>
  order.filter((fact) => {
    const known = fact === 'termsAccepted' ? draft[fact] === true : draft[fact] !== undefined;
    return !known && factTable[fact].required(draft);
  });

const order: readonly Fact[] = askingOrder.flatMap(factsOf);
