import type { OpenHost } from './host';
import type { Processes } from './processes';

/** The product in a process of its own, which is killed for good. */
export const openProcessHost =
  (processes: Processes, provider: string): OpenHost =>
  async ({ ground, now, at }) => {
    const started = await processes.take();
    await started.ask({ kind: 'open', ground, now: now.getTime(), at, provider });
    return {
      receive: async (activity) => {
        const reply = await started.ask({ kind: 'receive', activity });
        if (reply === 'died') return reply;
        return reply.kind === 'answer' ? reply.answer : { status: 500 };
      },
      deliver: async (passMs) => {
        const reply = await started.ask({ kind: 'deliver', passMs });
        return reply === 'died' ? reply : 'done';
      },
      passed: async () => {
        const reply = await started.ask({ kind: 'passed' });
        if (reply === 'died') return [started.last()];
        return reply.kind === 'passed' ? reply.passed : [];
      },
      close: async () => {
        await started.ask({ kind: 'close' });
      },
    };
  };
