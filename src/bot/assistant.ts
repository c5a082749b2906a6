import { TeamsActivityHandler, type TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { adoptChannelLanguage } from '../../dialogs/adoptLanguage';
import { MainDialog, welcome } from '../../dialogs/mainDialog';
import { dialogStack, memoryOf } from '../../dialogs/memory';
import type { Services } from '../../dialogs/services';

/**
 * What the assistant does with each kind of activity. Messages, pressed cards and edited messages go to the main dialog; an
 * arrival is greeted once, whichever of its announcements comes first; the rest needs no answer. No handler passes on to the
 * Teams dispatcher behind it: that one needs `channelData` to be there, and asks Teams about members.
 */
export class Assistant extends TeamsActivityHandler {
  readonly #dialogs: DialogSet;

  constructor(services: Services) {
    super();
    this.#dialogs = new DialogSet(dialogStack).add(new MainDialog(services));
    this.onMessage((context) => this.#hear(context));
    this.onMessageUpdate(async (context) => {
      if (context.activity.channelData?.eventType !== 'undeleteMessage') await this.#hear(context);
    });
    this.onConversationUpdate(async (context) => {
      const { membersAdded, recipient } = context.activity;
      if (membersAdded?.some(({ id }) => id !== recipient?.id)) await greetOnce(context);
    });
    this.onInstallationUpdateAdd(greetOnce);
  }

  override async run(context: TurnContext): Promise<void> {
    adoptChannelLanguage(context);
    await super.run(context);
  }

  async #hear(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (typeof activity.text === 'string') activity.text = withoutMentions(activity.text);
    const dc = await this.#dialogs.createContext(context);
    const { status } = await dc.continueDialog();
    if (status === DialogTurnStatus.empty) await dc.beginDialog('main');
  }
}

const greetOnce = async (context: TurnContext): Promise<void> => {
  if (!memoryOf(context).greeted) await welcome(context);
};

/** "@Assistant" in a message is for Teams, not for us. */
const withoutMentions = (text: string): string => text.replace(mention, ' ').trim();

const mention = /<at(?: [^<>]{0,200})?>[^<>]{0,200}<\/at>/gi;
