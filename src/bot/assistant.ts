import type { TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { adoptChannelLanguage } from '../../dialogs/adoptLanguage';
import { arrive, leave } from '../../dialogs/arrival';
import { MainDialog } from '../../dialogs/mainDialog';
import { rootContext } from '../../dialogs/quietContext';
import { introduce, sayInPrivate } from '../../dialogs/sayInPrivate';
import type { MemberOf, Services } from '../../dialogs/services';
import type { Logic } from './adapter';
import { kindOf } from './kindOf';
import { readableText } from './readableText';

/**
 * What the assistant does with each kind of activity: messages, pressed cards and edited messages go to the main dialog, an
 * arrival is greeted. The SDK's own dispatcher is not used: it needs `channelData` to be there, asks Teams about members, and
 * answers invokes with errors.
 */
export const makeAssistant = (services: Services, memberOf: MemberOf): Logic => {
  const dialogs = new DialogSet().add(new MainDialog(services, memberOf));
  const hear = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    if (typeof activity.text === 'string') activity.text = readableText(activity);
    // Teams sends each message a second time, as markup.
    const { attachments = [] } = activity;
    activity.attachments = attachments.filter((one) => one.contentType !== 'text/html');
    const dc = await rootContext(dialogs, context);
    const { status } = await dc.continueDialog();
    if (status === DialogTurnStatus.empty) await dc.beginDialog('main');
  };
  return async (context) => {
    switch (kindOf(context.activity)) {
      case 'message':
      case 'edit':
        adoptChannelLanguage(context);
        return hear(context);
      case 'arrival':
        adoptChannelLanguage(context);
        return arrive(context);
      case 'departure':
        return leave(context);
      case 'saidInGroup':
        return sayInPrivate(context);
      case 'addedToGroup':
        return introduce(context);
      case 'invoke':
      case 'nothing':
        return;
    }
  };
};
