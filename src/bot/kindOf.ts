import type { Activity } from 'botbuilder';

/** What an activity is to the assistant. `nothing`: it needs no answer, no turn and no trace. */
export type Kind = 'message' | 'edit' | 'arrival' | 'departure' | 'invoke' | 'nothing';

/** Reactions, typing, deleted messages, events, hand-offs and whatever channels think of next are `nothing`. */
export const kindOf = (activity: Activity): Kind =>
  kinds.get(activity.type)?.(activity) ?? 'nothing';

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

/** Elsewhere the assistant joins an empty conversation and the person later; in Teams it joins the person. */
const arrivesWith =
  ({ channelId, recipient }: Activity) =>
  (id: string): boolean =>
    channelId === 'msteams' || id !== recipient.id;

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
