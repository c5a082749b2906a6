import type { Activity } from 'botbuilder';

/** What an activity is to the assistant. `nothing`: it needs no answer, no turn and no trace. */
export type Kind =
  | 'message'
  | 'edit'
  | 'arrival'
  | 'departure'
  /** Said where others read along, or the assistant was added there. */
  | 'saidInGroup'
  | 'addedToGroup'
  | 'invoke'
  | 'nothing';

/** Reactions, typing, deleted messages, events, hand-offs and whatever channels think of next are `nothing`. */
export const kindOf = (activity: Activity): Kind => {
  const kind = kinds.get(activity.type)?.(activity) ?? 'nothing';
  return isGroup(activity) ? (inGroup[kind] ?? kind) : kind;
};

const inGroup: { readonly [K in Kind]?: Kind } = {
  message: 'saidInGroup',
  edit: 'nothing',
  arrival: 'addedToGroup',
};

/** Only Teams names the type; other channels say whether others are there. */
const isGroup = ({ conversation }: Activity): boolean =>
  conversation.isGroup === true || groups.has(conversation.conversationType);

const groups: ReadonlySet<string> = new Set(['groupChat', 'channel']);

type Sorter = (activity: Activity) => Kind;

const edit: Sorter = ({ channelData }) =>
  // A deleted message that comes back says what was heard before.
  eventOf(channelData) === 'undeleteMessage' ? 'nothing' : 'edit';

const installation: Sorter = ({ action }) => {
  if (action === 'add') return 'arrival';
  // A new version of the app ("add-upgrade") is no news to the person.
  return action === 'remove' ? 'departure' : 'nothing';
};

const members: Sorter = (activity) => {
  if (membersIn(activity.membersAdded).some(arrivesWith(activity))) return 'arrival';
  return membersIn(activity.membersRemoved).includes(activity.recipient.id)
    ? 'departure'
    : 'nothing';
};

/**
 * Whose joining is an arrival: a group has met the assistant when that joins; in Teams it joins the person; elsewhere it
 * joins an empty conversation, and the person comes later.
 */
const arrivesWith =
  (activity: Activity) =>
  (id: string): boolean => {
    const isBot = id === activity.recipient.id;
    if (isGroup(activity)) return isBot;
    return activity.channelId === 'msteams' || !isBot;
  };

const kinds: ReadonlyMap<string, Sorter> = new Map<string, Sorter>([
  ['message', () => 'message'],
  ['messageUpdate', edit],
  ['installationUpdate', installation],
  ['conversationUpdate', members],
  ['invoke', () => 'invoke'],
]);

const membersIn = (list: Activity['membersAdded']): readonly string[] =>
  (list ?? []).map(({ id }) => id);

const eventOf = (channelData: unknown): unknown => Object(channelData).eventType;
