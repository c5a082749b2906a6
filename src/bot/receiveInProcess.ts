import type { Activity } from 'botbuilder';
import { setCaller } from '../../dialogs/caller';
import type { Logic } from './adapter';
import { ConversationBusy } from './hold';
import type { InProcessAdapter } from './inProcessAdapter';

/** An activity of a conversation that lives in this process, and the network address it came from; `busy`: nothing happened, try again. Throws when the bot could not work. */
export type ReceiveInProcess = (activity: Activity, from?: string) => Promise<'done' | 'busy'>;

interface Needs {
  readonly adapter: InProcessAdapter;
  readonly logic: Logic;
}

/** The other door to the same turn: what `POST /api/messages` is for channels, this is for our own web chat. */
export const makeReceiveInProcess =
  ({ adapter, logic }: Needs): ReceiveInProcess =>
  async (activity, from) => {
    try {
      await adapter.receiveInProcess(activity, (context) => {
        if (from !== undefined) setCaller(context, { from });
        return logic(context);
      });
      return 'done';
    } catch (error) {
      if (error instanceof ConversationBusy) return 'busy';
      throw error;
    }
  };
