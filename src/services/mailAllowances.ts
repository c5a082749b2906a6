const hour = 3_600_000;

/**
 * Mails that anybody may cause to be sent to an address, whether it has an account or not: one in 30 seconds, five an hour, 15 a day.
 * Who uses them up in order to annoy has sent as many mails whose last one works.
 */
export const mailAllowances = (emailKey: string) => [
  { key: `mailSoon:${emailKey}`, most: 1, withinMs: 30_000 },
  { key: `mailHour:${emailKey}`, most: 5, withinMs: hour },
  { key: `mailDay:${emailKey}`, most: 15, withinMs: 24 * hour },
];
