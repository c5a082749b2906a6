import type { AddressReading } from './readAddress';
import type { Found } from './recogniser';

export const foundAs = (reading: AddressReading, led: boolean, from = reading.from): Found => {
  const { facts, problem, to } = reading;
  return { facts, ...(problem === undefined ? {} : { problem }), from, to, led };
};
