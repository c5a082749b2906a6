import type { Logic } from './adapter';
import { invokeAnswer } from './invokeAnswer';
import { kindOf } from './kindOf';

/** Lets through what concerns the conversation. The rest is answered as channels expect, without a turn: it is neither kept nor logged. */
export const sortOut =
  (logic: Logic): Logic =>
  async (context) => {
    switch (kindOf(context.activity)) {
      case 'nothing':
        return;
      case 'invoke':
        await context.sendActivity({
          type: 'invokeResponse',
          value: invokeAnswer(context.activity.name),
        });
        return;
      case 'message':
      case 'edit':
      case 'arrival':
      case 'departure':
      case 'saidInGroup':
      case 'addedToGroup':
        return logic(context);
    }
  };
