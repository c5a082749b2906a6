import type { Config } from '../../config';
import type { ComposedMail } from '../../services/sendMail';

/** Like a real one in all that a provider checks; it reaches nobody. */
export const trialMail = ({ mailFrom, helpMailTo }: Config): ComposedMail => ({
  id: 'doctor.trial',
  from: mailFrom,
  replyTo: helpMailTo,
  to: helpMailTo,
  subject: 'doctor',
  html: '<p>doctor</p>',
  text: 'doctor',
  locale: 'en',
  createdAt: new Date(0),
});
