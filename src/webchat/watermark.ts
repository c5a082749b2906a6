/** How many entries a client has read. One that names none, or more than there are (the log began anew), gets everything: it knows what it has by the ids. */
export const readSoFar = (watermark: string | undefined, length: number): number => {
  if (watermark === undefined || !/^\d{1,9}$/.test(watermark)) return 0;
  const read = Number(watermark);
  return read > length ? 0 : read;
};
