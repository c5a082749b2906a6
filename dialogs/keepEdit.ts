import type { DialogContext } from 'botbuilder-dialogs';
import { askingOrder } from '../src/domain/fieldTable';
import { keep } from '../src/domain/keep';
import { factsIn } from '../src/domain/merge';
import { changesNothing, correctionBy, type Said, withSaid } from '../src/domain/said';
import { understand } from '../src/domain/understand';
import type { Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { beginRegistration } from './beginRegistration';
import { redescribe } from './helpDialog';
import { memoryOf, remember } from './memory';
import { occasionOf } from './occasionOf';
import { placeShown } from './place';
import { note } from './say';
import type { Services } from './services';
import { tell } from './tell';

/** What came of an edit: the registration changed, began, or stands as it was. */
export type Edited = 'changed' | 'begun' | 'nothing';

/**
 * A message that was edited says what it should have said in the first place. It is read as the answer to the question that
 * was open then, and never answers the one that is open now.
 */
export const keepEdit = (dc: DialogContext, services: Services): Edited => {
  const { context } = dc;
  const { id, timestamp } = context.activity;
  const { registration, done, moved, locale } = memoryOf(context);
  const t = texts[locale].conversation;
  if (redescribe(dc)) return 'changed';
  const said = registration?.said?.find((one) => one.id === id);
  // What is said to the help desk is no answer.
  if (said === undefined && dc.activeDialog?.id === 'help') return 'nothing';
  const at = Date.parse(String(timestamp));
  // Edits may overtake each other.
  if (said?.editedAt !== undefined && at < said.editedAt) return 'nothing';
  const read = reread(dc, said);
  if (registration === undefined && done !== undefined) {
    const facts: Readonly<Record<string, unknown>> = done.request.facts;
    const differs = factsIn(read.facts).some((fact) => read.facts[fact] !== facts[fact]);
    if (differs) note(context, t.recorded);
    return 'nothing';
  }
  const correction = correctionBy(read, { said, draft: registration?.draft ?? {} });
  if (registration === undefined) {
    if (factsIn(correction.facts).length === 0) return 'nothing';
    if (moved !== undefined && !moved.over) {
      note(context, texts[locale].handOver.elsewhere(placeShown(moved.to, locale)));
      return 'nothing';
    }
    beginRegistration(context, services);
    keepCorrection(dc, services, { correction, read, at });
    return 'begun';
  }
  if (changesNothing(correction)) {
    note(context, t.editedNothing);
    return 'nothing';
  }
  keepCorrection(dc, services, { correction, read, at });
  return 'changed';
};

const reread = ({ context }: DialogContext, said: Said | undefined): Understanding => {
  const { registration, locale } = memoryOf(context);
  return understand(
    { text: context.activity.text },
    {
      locale,
      ...(said?.asked === undefined ? {} : { asked: said.asked }),
      ...(registration === undefined ? {} : { draft: registration.draft }),
    },
  );
};

interface Correction {
  readonly correction: Understanding;
  readonly read: Understanding;
  /** Not a number when the channel gave no time. */
  readonly at: number;
}

const keepCorrection = (
  { context }: DialogContext,
  services: Services,
  { correction, read, at }: Correction,
): void => {
  const { registration } = memoryOf(context);
  const { id } = context.activity;
  if (registration === undefined) return;
  const understanding = { ...correction, led: askingOrder };
  const kept = keep(registration, understanding, occasionOf(context, services));
  const said = registration.said ?? [];
  const { asked } = said.find((one) => one.id === id) ?? {};
  remember(context, {
    registration:
      id === undefined
        ? kept.registration
        : {
            ...kept.registration,
            said: withSaid(said, {
              id,
              facts: read.facts,
              ...(asked === undefined ? {} : { asked }),
              ...(Number.isNaN(at) ? {} : { editedAt: at }),
            }),
          },
  });
  tell(context, kept.events, understanding);
};
