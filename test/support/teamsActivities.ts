/** Activities as Teams posts them (its documentation's examples, with people and ids of our own). */
const bot = { id: '28:0a1b2c3d-0000-4000-8000-000000000007', name: 'Assistant' };

const person = {
  id: '29:1person',
  name: 'Zoé Tremblay',
  aadObjectId: '00000000-0000-4000-8000-000000000001',
};

const tenant = { id: '00000000-0000-4000-8000-000000000009' };

const clientInfo = (locale: string) => ({
  locale,
  country: 'CA',
  platform: 'Windows',
  timezone: 'America/Toronto',
  type: 'clientInfo',
});

export type Place = 'personal' | 'groupChat' | 'channel';

const conversations = {
  personal: { conversationType: 'personal', id: 'a:1talk', tenantId: tenant.id },
  groupChat: { conversationType: 'groupChat', isGroup: true, id: '19:group@thread.v2' },
  channel: {
    conversationType: 'channel',
    isGroup: true,
    id: '19:channel@thread.tacv2;messageid=1764342000000',
  },
} as const;

export interface Told {
  readonly id?: string;
  readonly in?: Place;
  readonly locale?: string;
  /** Without one there is only the `clientInfo` entity, or nothing at all. */
  readonly client?: string;
  /** Seconds after the beginning of the story. */
  readonly at?: number;
}

let ids = 0;

const base = ({ in: place = 'personal', at = 0, locale, client, id }: Told) => {
  ids += 1;
  const timestamp = new Date(Date.UTC(2026, 10, 28, 15, 0, at)).toISOString();
  return {
    id: id ?? `f:${ids}`,
    timestamp,
    channelId: 'msteams',
    from: person,
    recipient: bot,
    conversation: conversations[place],
    channelData: {
      tenant,
      ...(place === 'channel' ? { team: { id: '19:team@thread.tacv2' } } : {}),
    },
    ...(locale === undefined ? {} : { locale }),
    ...(client === undefined ? {} : { entities: [clientInfo(client)] }),
  };
};

export const installed = (told: Told = {}, action = 'add') => ({
  ...base(told),
  type: 'installationUpdate',
  action,
});

export const botAdded = (told: Told = {}) => ({
  ...base(told),
  type: 'conversationUpdate',
  membersAdded: [{ id: bot.id }],
});

export const personAdded = (told: Told = {}) => ({
  ...base(told),
  type: 'conversationUpdate',
  membersAdded: [{ id: '29:2other', aadObjectId: '00000000-0000-4000-8000-000000000002' }],
});

export const botRemoved = (told: Told = {}) => ({
  ...base(told),
  type: 'conversationUpdate',
  membersRemoved: [{ id: bot.id }],
});

export const message = (text: string, told: Told = {}) => ({
  ...base(told),
  type: 'message',
  textFormat: 'plain',
  text,
  attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div></div>` }],
});

/** In a group the assistant only hears what mentions it. */
export const mention = (text: string, told: Told = {}) => {
  const said = message(`<at>${bot.name}</at> ${text}`, told);
  return {
    ...said,
    entities: [
      { type: 'mention', mentioned: bot, text: `<at>${bot.name}</at>` },
      ...('entities' in said ? (said.entities ?? []) : []),
    ],
  };
};

/** A pressed button of a card: no text, the card's data as value. */
export const submit = (value: object, told: Told = {}) => ({
  ...base(told),
  type: 'message',
  replyToId: '1764342000001',
  value,
});

export const edited = (id: string, text: string, told: Told = {}) => ({
  ...message(text, { ...told, id }),
  type: 'messageUpdate',
  channelData: { tenant, eventType: 'editMessage' },
});

export const undeleted = (id: string, text: string, told: Told = {}) => ({
  ...edited(id, text, told),
  channelData: { tenant, eventType: 'undeleteMessage' },
});

export const deleted = (id: string, told: Told = {}) => ({
  ...base({ ...told, id }),
  type: 'messageDelete',
  channelData: { tenant, eventType: 'softDeleteMessage' },
});

export const reaction = (told: Told = {}) => ({
  ...base(told),
  type: 'messageReaction',
  replyToId: '1764342000001',
  reactionsAdded: [{ type: 'like' }],
});

export const invoke = (name: string | undefined, value: unknown, told: Told = {}) => ({
  ...base(told),
  type: 'invoke',
  ...(name === undefined ? {} : { name }),
  value,
});

/** Anything else, by its type. */
export const other = (type: string, more: object = {}, told: Told = {}) => ({
  ...base(told),
  type,
  ...more,
});
