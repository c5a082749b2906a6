import { PNG } from 'pngjs';
import type { TeamsIconProblem } from '../../domain/teamsAppProblem';

export type IconKind = 'color' | 'outline';

/** Width and height in pixels. */
export const iconSizes: Readonly<Record<IconKind, number>> = { color: 192, outline: 32 };

export const iconProblem = (kind: IconKind, file: Uint8Array): TeamsIconProblem | undefined => {
  const png = read(file);
  if (png === undefined) return 'notPng';
  if (png.width !== iconSizes[kind] || png.height !== iconSizes[kind]) return 'size';
  const pixels = pixelsOf(png.data);
  if (new Set(pixels.map(String)).size < 2) return 'blank';
  if (kind === 'color') return pixels.some(seenThrough) ? 'transparent' : undefined;
  if (!pixels.some(empty)) return 'opaque';
  return pixels.every((pixel) => empty(pixel) || white(pixel)) ? undefined : 'coloured';
};

const read = (file: Uint8Array): PNG | undefined => {
  try {
    return PNG.sync.read(Buffer.from(file));
  } catch {
    // Whatever its reader stumbles over: it is no PNG that Teams could show.
    return undefined;
  }
};

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const pixelsOf = (data: Buffer): readonly Pixel[] =>
  Array.from({ length: data.length / 4 }, (_, at) => [
    data.readUInt8(4 * at),
    data.readUInt8(4 * at + 1),
    data.readUInt8(4 * at + 2),
    data.readUInt8(4 * at + 3),
  ]);

const seenThrough = ([, , , alpha]: Pixel): boolean => alpha < 255;
const empty = ([, , , alpha]: Pixel): boolean => alpha === 0;
const white = ([red, green, blue]: Pixel): boolean => Math.min(red, green, blue) === 255;
