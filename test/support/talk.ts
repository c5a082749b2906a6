import type { Activity } from 'botbuilder';
import { type Button, buttons } from '../../cards/buttons';
import type { Messages } from '../../src/bot/messages';
import type { Store } from '../../src/services/store';
import { aBotStage, numbers } from './bot';
import { cardLine } from './cardLine';
import { httpStandIn } from './httpStandIn';
import { aboutAccount, aboutHelp } from './records';

/**
 * Plays a talk and returns it as it really went. Lines that are played:
 *
 *     > text           a message; `> ` alone is an empty one
 *     ~ text           the last message is edited to this
 *     * Titre {json}   the newest button whose title begins so is pressed, with these inputs
 *     * card {json}    the newest card's positive button is pressed, with these inputs
 *     ** Titre {json}  the same on the oldest card that has such a button
 *     ! again          the last activity is delivered once more
 *     @ fr-CA          the channel's language from here on
 *     @ installed      the bot is installed (both of its announcements)
 *     = channel|id     from here on in another conversation
 *     & {json}         from here on in Teams, which says this of the person
 *     ? email          what is stored under this address
 *     ? D-000001       a help request
 *
 * Lines beginning with `<` are what is heard; `#` and blank lines are kept.
 */
export const playTalk = async (talk: string): Promise<string> => {
  const stage = await aTalkStage();
  const out: string[] = [];
  for (const line of talk.split('\n')) {
    if (line.startsWith('<')) continue;
    out.push(line);
    if (line === '' || line.startsWith('#')) continue;
    for (const heard of await stage.play(line)) out.push(`< ${heard}`);
  }
  await stage.close();
  return out.join('\n');
};

type Connector = Pick<Awaited<ReturnType<typeof httpStandIn>>, 'url' | 'behave'>;

interface TalkStage {
  play(line: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

const aTalkStage = async (): Promise<TalkStage> => {
  const { store, process } = await aBotStage();
  const teams = await httpStandIn({ status: 404 });
  return {
    play: makePlayer(process().receive, store, teams),
    close: async () => {
      await teams.stop();
      await store.close();
    },
  };
};

const makePlayer = (receive: Messages, store: Store, teams: Connector) => {
  const newId = numbers('activity-');
  let locale: string | undefined;
  let last: Partial<Activity> = {};
  let offered: readonly Button[] = [];
  let [channelId = '', conversation = ''] = ['test', 'talk'];

  const send = async (news: Partial<Activity>): Promise<readonly string[]> => {
    const activity = { id: newId(), ...news };
    if (activity.type !== 'messageUpdate') last = activity;
    const { status, body } = await receive({
      authorization: '',
      local: true,
      body: {
        channelId,
        ...(channelId === 'msteams' ? { serviceUrl: teams.url } : {}),
        conversation: { id: conversation },
        from: { id: 'person' },
        recipient: { id: 'bot' },
        deliveryMode: 'expectReplies',
        ...(locale === undefined ? {} : { locale }),
        ...activity,
      },
    });
    if (status !== 200) return [`(${status})`];
    const { activities }: { activities: readonly Partial<Activity>[] } = Object(body);
    const cards = activities.flatMap(({ attachments = [] }) => attachments);
    offered = [...offered, ...cards.flatMap(({ content }) => buttons(content))];
    return activities.flatMap(({ text, attachments = [] }) => [
      ...(text === undefined ? [] : [text.replaceAll('\n\n', ' // ')]),
      ...attachments.map(({ content }) => cardLine(content)),
    ]);
  };

  const press = (line: string, order: 'newest' | 'oldest'): Promise<readonly string[]> => {
    const [, title = '', json = '{}'] = /^\*+ ([^{]*?) ?(\{.*)?$/.exec(line) ?? [];
    const fits = ({ title: own, positive }: Button) =>
      title === 'card' ? positive : own.startsWith(title);
    const button = order === 'newest' ? offered.findLast(fits) : offered.find(fits);
    if (button === undefined) throw new Error(`no button "${title}"`);
    return send({ type: 'message', value: { ...button.data, ...JSON.parse(json) } });
  };

  const arrive = async (): Promise<readonly string[]> => [
    ...(await send({ type: 'installationUpdate', action: 'add' })),
    ...(await send({ type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }] })),
  ];

  return async (line: string): Promise<readonly string[]> => {
    const rest = line.slice(2);
    if (line.startsWith('** ')) return press(line, 'oldest');
    switch (line[0]) {
      case '>':
        return send({ type: 'message', text: rest });
      case '~':
        return send({ type: 'messageUpdate', id: last.id ?? '', text: rest });
      case '*':
        return press(line, 'newest');
      case '!':
        return send(last);
      case '?':
        return [
          rest.startsWith('D-') ? await aboutHelp(store, rest) : await aboutAccount(store, rest),
        ];
      case '&':
        channelId = 'msteams';
        teams.behave({ status: 200, headers: { 'content-type': 'application/json' }, body: rest });
        return [];
      case '=':
        [channelId = '', conversation = ''] = rest.split('|');
        return [];
      case '@':
        if (rest === 'installed') return arrive();
        locale = rest;
        return [];
      default:
        throw new Error(`what is "${line}"?`);
    }
  };
};
