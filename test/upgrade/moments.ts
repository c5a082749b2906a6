import { press, type Step, say } from '../torture/registration';

interface Moment {
  /** What the person did until then. */
  readonly before: readonly Step[];
  /** What they do next, to the end of the registration. */
  readonly after: readonly Step[];
}

const toDetails: readonly Step[] = [
  say('commencer'),
  say("Je m'appelle Jane Tremblay, 12 rue des Érables app. 4, Laval QC H7A 1A1"),
];
const givesRest = say('jane@example.org et 514 555-0123');
const accepts = press('Continuer', { termsAccepted: 'true' });
const confirms = press('Confirmer');

const toTerms = [...toDetails, givesRest];
const toMachine = [...toTerms, accepts];
const toMeterContact = [...toMachine, say('GNX130001')];
const toReview = [...toMeterContact, say('non')];

const fromMeterContact = [say('non'), confirms];
const fromMachine = [say('GNX130001'), ...fromMeterContact];
const fromTerms = [accepts, ...fromMachine];
const fromDetails = [givesRest, ...fromTerms];

/** Where a conversation may stand when the process under it is replaced. */
export const moments: Readonly<Record<string, Moment>> = {
  greeted: { before: [say('bonjour')], after: [...toDetails, ...fromDetails] },
  details: { before: toDetails, after: fromDetails },
  terms: { before: toTerms, after: fromTerms },
  machine: { before: toMachine, after: fromMachine },
  meterContact: { before: toMeterContact, after: fromMeterContact },
  review: { before: toReview, after: [confirms] },
  editing: {
    before: [...toReview, say('mon code postal est faux')],
    after: [say('H7A 1A1'), confirms],
  },
  cancelling: { before: [...toDetails, say('annuler')], after: [say('non'), ...fromDetails] },
  helping: {
    before: [...toDetails, say("parler à quelqu'un"), say("Je n'arrive pas à continuer")],
    after: [say('jane@example.org'), say('non'), ...fromDetails],
  },
  done: { before: [...toReview, confirms], after: [say("je n'ai pas reçu l'e-mail"), say('non')] },
};
