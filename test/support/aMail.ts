import type { ComposedMail } from '../../src/services/sendMail';
import { noon } from './clock';

/** A mail ready to go, with everything in it that a provider could stumble over. */
export const aMail = (given: Partial<ComposedMail> = {}): ComposedMail => ({
  id: 'registration-1.activation-1',
  from: 'Portail <portail@example.org>',
  replyTo: 'aide@example.org',
  to: 'jane@example.org',
  subject: 'Activez votre compte é',
  html: '<p>{{name}} https://portal.example.org/activate/1.abc</p>',
  text: 'https://portal.example.org/activate/1.abc\n\nAB12-CD34-EF56\n',
  locale: 'fr',
  createdAt: noon,
  ...given,
});
