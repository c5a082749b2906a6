import type { ConversationReference, TurnContext } from 'botbuilder';
import { memoryJson, memoryOf, openMemory } from '../../dialogs/memory';
import { elsewhere } from '../../dialogs/place';
import type { Locale } from '../domain/locale';
import type { MailState } from '../domain/mail';
import { emailKey, emailShown } from '../domain/recognise/email';
import type { ToldIn } from '../domain/toldIn';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import { texts } from '../text/texts';
import type { AssistantAdapter } from './adapter';
import { type InProcessAdapter, inProcessServiceUrl } from './inProcessAdapter';
import { plainMessage } from './plainMessage';
import { isRefusal } from './sendInTime';
import type { Sends } from './sends';
import { repliesFrom, storedReplies } from './storedReplies';
import type { Turn, TurnResult } from './turn';

/** What happened outside a conversation and concerns it. `id` tells it apart from other news of its kind. */
export type News =
  | {
      readonly kind: 'mail';
      readonly id: string;
      readonly state: MailState;
      /** Where the mail goes. */
      readonly to: string;
    }
  | { readonly kind: 'activated'; readonly id: string }
  /** Staff answered the help request of this id. */
  | {
      readonly kind: 'helpAnswered';
      readonly id: string;
      readonly answer: string;
      /** For a conversation of which nothing is known any more. */
      readonly locale: Locale;
    }
  /** The registration goes on in another conversation; `id` is the move's. */
  | { readonly kind: 'moved'; readonly id: string };

export type Told =
  /** Now or before, or there was nothing to tell. */
  | 'told'
  /** Nobody can be told there any more. */
  | 'refused'
  | 'failed';

/** Never rejects: most news are a courtesy, the state stands in the store and is told when asked for. `again`: tells it though it was told before, as the channel may not have taken it. */
export type Notify = (toldIn: ToldIn, news: News, again?: boolean) => Promise<Told>;

interface Needs {
  readonly adapter: AssistantAdapter;
  /** For conversations that live in this process. */
  readonly inProcess: InProcessAdapter;
  readonly turn: Turn;
  readonly sends: Sends;
  /** The bot's id; empty without an identity. */
  readonly appId: string;
  readonly log: Log;
}

/** Tells a person in their conversation, in their language, each piece of news once: it is a turn like any other, with the news as its activity. */
export const makeNotify =
  ({ adapter, inProcess, turn, sends, appId, log }: Needs): Notify =>
  async ({ conversation, reference }, news, again = false) => {
    const to = asReference(reference);
    // A channel that gave no address takes replies only.
    if (to.serviceUrl === undefined) return 'refused';
    const door = to.serviceUrl === inProcessServiceUrl ? inProcess : adapter;
    try {
      await door.continueConversationAsync(appId, to, async (context) => {
        let isNew = false;
        const replies = await turn({
          conversation,
          activity: idOf(news),
          run: async (state) => {
            isNew = true;
            return tell(context, state, news);
          },
        });
        const activities = repliesFrom(replies);
        if (!(isNew || again) || activities.length === 0) return;
        // Not before the replies to what the person did last.
        await sends.idle(conversation);
        await context.sendActivities([...activities]);
      });
      return 'told';
    } catch (error) {
      if (isRefusal(error)) {
        log.info({ event: 'news.refused', news: news.kind });
        return 'refused';
      }
      log.warn({ event: 'news.failed', news: news.kind, error: errorName(error) });
      return 'failed';
    }
  };

const tell = (context: TurnContext, state: string, news: News): TurnResult => {
  openMemory(context, state);
  const text = sentence(context, news);
  if (text === undefined) return { state, replies: '[]' };
  const locale = localeFor(context, news);
  const message = { ...plainMessage(text), locale };
  return { state: memoryJson(context), replies: storedReplies([message]) };
};

/** The address is shown as it was typed here: its owner may write it in another way. `undefined` for a mail that another one has replaced since. */
const sentence = (context: TurnContext, news: News): string | undefined => {
  const { locale, done, moved } = memoryOf(context);
  if (news.kind === 'moved')
    return moved?.id === news.id && !moved.over ? elsewhere(moved.to, locale) : undefined;
  if (news.kind === 'helpAnswered')
    return texts[localeFor(context, news)].conversation.help.answered(news.id, news.answer);
  const t = texts[locale].conversation;
  if (news.kind === 'activated') return t.activatedNews;
  if (done === undefined || emailKey(done.email) !== emailKey(news.to)) return undefined;
  const said = t.mail[news.state](emailShown(done.email));
  return news.state === 'bounced' ? `${said} ${t.correctHere}` : said;
};

const localeFor = (context: TurnContext, news: News): Locale => {
  const { locale, heard } = memoryOf(context);
  return news.kind === 'helpAnswered' && heard === 0 ? news.locale : locale;
};

const idOf = (news: News): string =>
  news.kind === 'mail' ? `${news.id} ${news.state}` : `${news.id} ${news.kind}`;

/** It was a reference when it was stored. */
const asReference = (reference: unknown): Partial<ConversationReference> => Object(reference);
