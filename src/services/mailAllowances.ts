import { networkOf } from '../domain/networkOf';

const minute = 60_000;
const hour = 60 * minute;

/**
 * Mails that anybody may cause to be sent to an address, whether it has an account or not: one in 30 seconds, five an hour, 15 a day.
 * Who uses them up in order to annoy has sent as many mails whose last one works. From one network address, when it is known, ten in ten
 * minutes: asked after the 30 seconds, so that an impatient finger does not use them up.
 */
export const mailAllowances = (emailKey: string, from?: string) => [
  { key: `mailSoon:${emailKey}`, most: 1, withinMs: minute / 2 },
  [
    ...(from === undefined
      ? []
      : [{ key: `mailFrom:${networkOf(from)}`, most: 10, withinMs: 10 * minute }]),
    { key: `mailHour:${emailKey}`, most: 5, withinMs: hour },
    { key: `mailDay:${emailKey}`, most: 15, withinMs: 24 * hour },
  ],
];
