import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Request } from 'restify';
import type { Reply } from './reply';

/** Smallest first. */
const packings = ['br', 'gzip', 'identity'] as const;

export type Packing = (typeof packings)[number];

/** Packs a small file when a browser first asks for it so, not at the start, and once. */
export const packedWhenAsked = (body: Buffer): ((packing: Packing) => Promise<Buffer>) => {
  const made = new Map<Packing, Promise<Buffer>>();
  return (packing) => {
    const packed = made.get(packing) ?? pack[packing](body);
    made.set(packing, packed);
    return packed;
  };
};

const pack: Readonly<Record<Packing, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body),
  gzip: (body) => promisify(gzip)(body),
  identity: async (body) => body,
};

/** A file whose address changes with its content, so that browsers may keep it for good, packed as the caller likes it. */
export const kept = async (
  request: Request,
  type: string,
  read: (packing: Packing) => Promise<Buffer | undefined>,
): Promise<Reply> => {
  const accepted = packings.filter((packing) => takes(request, packing));
  for (const packing of accepted) {
    const body = await read(packing);
    if (body !== undefined) return reply(type, packing, body);
  }
  return { status: 404, headers: { 'Cache-Control': 'no-store' }, body: '' };
};

const reply = (type: string, packing: Packing, body: Buffer): Reply => ({
  status: 200,
  headers: {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    ...(packing !== 'identity' && { 'Content-Encoding': packing }),
  },
  body,
});

/** Everybody can read what is not packed; "br;q=0" refuses. */
const takes = ({ headers }: Request, packing: Packing): boolean =>
  packing === 'identity' ||
  (headers['accept-encoding'] ?? '').split(',').some((offer) => {
    const [name = '', ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
    return name === packing && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
