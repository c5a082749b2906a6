import { readActivity } from '../bot/activity';
import { inProcessServiceUrl } from '../bot/inProcessAdapter';
import type { ReceiveInProcess } from '../bot/receiveInProcess';
import type { Clock } from '../services/clock';
import { assistant } from './channel';
import type { Said } from './said';

/** `from` is the network address of who said it. */
export type Ask = (said: Said, from?: string) => Promise<'done' | 'busy'>;

interface Needs {
  readonly receive: ReceiveInProcess;
  readonly clock: Clock;
}

/** Puts what a person said before the bot, as a channel would. */
export const makeAsk =
  ({ receive, clock }: Needs): Ask =>
  (said, from) => {
    const activity = readActivity({
      ...said,
      serviceUrl: inProcessServiceUrl,
      recipient: assistant,
      timestamp: clock().toISOString(),
    });
    if (activity === undefined) throw new Error(`the bot takes no ${said.type} like this`);
    return receive(activity, from);
  };
