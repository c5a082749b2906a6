import type { InTurn } from '../services/inTurn';
import type { Ask } from './ask';
import { authorise } from './authorise';
import { readClientActivity } from './clientActivity';
import { activitiesIn } from './entries';
import { type ChatAnswer, type ChatRequest, type ChatRoute, refusal } from './exchange';
import { limits } from './limits';
import type { WebChatOutlet } from './outlet';
import type { Tokens } from './tokens';
import type { Transcript } from './transcript';
import { readSoFar } from './watermark';

interface Needs {
  readonly tokens: Tokens;
  readonly transcript: Transcript;
  readonly outlet: WebChatOutlet;
  readonly ask: Ask;
  readonly inTurn: InTurn;
  readonly newId: () => string;
}

/** Saying something, and reading what was said without a stream. */
export const activityRoutes = ({
  tokens,
  transcript,
  outlet,
  ask,
  inTurn,
  newId,
}: Needs): readonly ChatRoute[] => {
  const waiting = makeCounter();

  const say = async (request: ChatRequest): Promise<ChatAnswer> => {
    const authorised = authorise(request, tokens);
    if (authorised.kind === 'refused') return authorised.answer;
    const { conversation } = authorised.pass;
    const said = readClientActivity(request.body, authorised.pass, newId);
    if (said === undefined) return refusal(400, 'notAnActivity');
    const kept: ChatAnswer = { status: 200, body: { id: said.id } };
    if (said.type === 'typing') return kept;
    if (waiting.of(conversation) >= limits.waitingActivities) return busy;
    return waiting.during(conversation, () =>
      inTurn(conversation, async () => {
        if (await transcript.hasLately(conversation, said.id)) return kept;
        const outcome = await outlet.holding(conversation, said, () => ask(said, request.address));
        return outcome === 'busy' ? busy : kept;
      }),
    );
  };

  const read = async (request: ChatRequest): Promise<ChatAnswer> => {
    const authorised = authorise(request, tokens);
    if (authorised.kind === 'refused') return authorised.answer;
    const { conversation } = authorised.pass;
    const position = readSoFar(request.watermark, await transcript.length(conversation));
    const entries = await transcript.after(conversation, position, limits.page);
    return {
      status: 200,
      body: {
        activities: activitiesIn(entries).map((activity): unknown => JSON.parse(activity)),
        watermark: String(entries.at(-1)?.seq ?? position),
      },
    };
  };

  const path = '/v3/directline/conversations/:conversation/activities';
  return [
    { method: 'post', path, answer: say },
    { method: 'get', path, answer: read },
  ];
};

/** The client offers to send it again. */
const busy = refusal(503, 'busy', { 'Retry-After': '1' });

const makeCounter = () => {
  const counts = new Map<string, number>();
  const of = (key: string): number => counts.get(key) ?? 0;
  const add = (key: string, by: number): void => {
    const count = of(key) + by;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  };
  return {
    of,
    during: async <R>(key: string, task: () => Promise<R>): Promise<R> => {
      add(key, 1);
      try {
        return await task();
      } finally {
        add(key, -1);
      }
    },
  };
};
