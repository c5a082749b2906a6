import {
  type DialogInstance,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { sketch } from '../cards/draw';
import type { Consent } from '../src/domain/consent';
import { defaultCountry } from '../src/domain/fieldTable';
import { openQuestion, type Stage } from '../src/domain/question';
import { emailShown } from '../src/domain/recognise/email';
import type { AcceptedTerms } from '../src/domain/registration';
import { isComplete } from '../src/domain/registrationFacts';
import { texts } from '../src/text/texts';
import { forget, memoryOf, remember } from './memory';
import { offerMember } from './offerMember';
import { say } from './say';
import type { MemberOf, Services } from './services';
import { toldIn } from './toldIn';

/** The guide's steps. There is no way back to program: whatever is corrected is asked by the next round, and nothing else is. */
export const makeRegistrationDialog = (services: Services, memberOf: MemberOf): WaterfallDialog => {
  const details = makeDetailsStep(memberOf);
  const terms = fill('terms');
  const machine = fill('machine');
  const meterContact = fill('meterContact');
  const review = fill('review');
  const register = makeRegisterStep(services);
  return new WaterfallDialog('registration', [
    details,
    terms,
    machine,
    meterContact,
    review,
    register,
  ]);
};

/** The steps' numbers stand in stored conversations: a new step goes inside one of these, never between them. */
const stages: readonly Stage[] = ['details', 'terms', 'machine', 'meterContact', 'review'];

/** The stack as it is while a stage asks, the top last. */
export const stackAt = (stage: Stage): readonly DialogInstance[] => [
  {
    id: 'registration',
    state: { options: {}, values: { instanceId: '' }, stepIndex: stages.indexOf(stage) },
  },
  { id: 'fields', state: { stage } },
];

/** A frame that this release can go on with. */
export const isStep = ({ id, state }: DialogInstance): boolean =>
  id !== 'registration' ||
  (stages[state.stepIndex] !== undefined && Object(state.values) === state.values);

/** What the channel knows of the person is one of the questions of the first step. */
const makeDetailsStep = (memberOf: MemberOf) => async (step: WaterfallStepContext) => {
  await offerMember(step.context, memberOf);
  return step.beginDialog('fields', { stage: 'details' });
};

const fill = (stage: Stage) => (step: WaterfallStepContext) =>
  step.beginDialog('fields', { stage });

const makeRegisterStep =
  (services: Services) =>
  async (step: WaterfallStepContext): Promise<DialogTurnResult> => {
    const { context } = step;
    const { registration, locale } = memoryOf(context);
    if (registration === undefined) return step.endDialog();
    const { id, draft, consent } = registration;
    const facts = { ...draft, country: draft.country ?? defaultCountry };
    const open = openQuestion(registration, services.terms[locale].version);
    if (open !== undefined || consent === undefined || !isComplete(facts)) {
      return step.replaceDialog('registration');
    }
    const { account, mail } = await services.register({
      id,
      facts,
      consent: recordOf(consent),
      locale,
      toldIn: toldIn(context),
    });
    const t = texts[locale];
    const email = emailShown(facts.email);
    const name = `${facts.givenName} ${facts.familyName}`;
    // Just queued, whoever's it is: the same words whether or not the address had an account.
    const mailSentence = t.conversation.mail.queued(email);
    forget(context, 'registration');
    remember(context, {
      done: { account, mail, email: facts.email, request: { id, facts, consent, locale } },
    });
    await say(
      context,
      [t.conversation.done(facts.givenName, mailSentence)],
      sketch('done', locale, { name, email, mail: mailSentence }),
    );
    return step.endDialog();
  };

const recordOf = ({ shownAt, acceptedAt, ...rest }: AcceptedTerms): Consent => ({
  ...rest,
  shownAt: new Date(shownAt),
  acceptedAt: new Date(acceptedAt),
});
