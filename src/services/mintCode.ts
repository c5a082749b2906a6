import type { HandOver as Moving } from '../domain/handOver';
import { networkOf } from '../domain/networkOf';
import { allowEach } from './allowEach';
import type { HandOver, HandOverNeeds } from './handOver';
import { hashOfCode } from './hashOfCode';

const minute = 60_000;
const codeMs = 15 * minute;

export const makeMint =
  ({ handOvers, allow, clock, secretKeys, newCode, newId }: HandOverNeeds): HandOver['mint'] =>
  async ({ conversation, toldIn, from }) => {
    const allowed = await allowEach(allow, newId(), [
      { key: `handOverMint:${conversation}`, most: 10, withinMs: 60 * minute },
      ...(from === undefined
        ? []
        : [{ key: `handOverMintFrom:${networkOf(from)}`, most: 60, withinMs: 60 * minute }]),
    ]);
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    await handOvers.remove({ from: conversation, to: { $exists: false } });
    for (;;) {
      const code = newCode();
      const until = new Date(clock().getTime() + codeMs);
      const moving: Moving = {
        _id: hashOfCode(code, secretKeys[0]),
        from: conversation,
        ...(toldIn === undefined ? {} : { toldIn }),
        validUntil: until,
        expiresAt: until,
      };
      if ((await handOvers.add(moving)) === 'added') return { kind: 'minted', code, until };
    }
  };
