import type { Activity } from 'botbuilder';
import { type Button, buttons } from '../../cards/buttons';
import { cardLine } from '../support/cardLine';

/** What a person does next, seeing the buttons that were offered so far, the newest last. */
export type Step = (offered: readonly Button[]) => Partial<Activity>;

export const say =
  (text: string): Step =>
  () => ({ type: 'message', text });

export const press =
  (title: string, inputs: object = {}): Step =>
  (offered) => {
    const button = offered.findLast((one) => one.title.startsWith(title));
    if (button === undefined) throw new Error(`no button "${title}"`);
    return { type: 'message', value: { ...button.data, ...inputs } };
  };

/** A whole registration, typed and clicked, at the end of which confirming is pressed twice. */
export const registration: readonly Step[] = [
  say('commencer'),
  press('Continuer', {
    givenName: 'Jane',
    familyName: 'Tremblay',
    street: '12 rue des Érables',
    unit: '4',
    city: 'Laval',
    region: 'QC',
    postalCode: 'h7a1a1',
    country: 'CA',
  }),
  say('jane@example.org'),
  say('514 555-0123'),
  press('Continuer', { termsAccepted: 'true' }),
  press('Continuer', { serial: 'S/N GNX-130001' }),
  say('non'),
  press('Confirmer'),
  press('Confirmer'),
];

/** What a reply shows, and the buttons that come with it. */
export const shown = (body: unknown): { lines: readonly string[]; offered: readonly Button[] } => {
  const { activities = [] }: { activities?: readonly Partial<Activity>[] } = Object(body);
  const cards = activities.flatMap(({ attachments = [] }) => attachments);
  return {
    lines: activities.flatMap(({ text, attachments = [] }) => [
      ...(text === undefined ? [] : [text]),
      ...attachments.map(({ content }) => cardLine(content)),
    ]),
    offered: cards.flatMap(({ content }) => buttons(content)),
  };
};
