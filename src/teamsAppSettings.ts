import { z } from 'zod';
import type { Environment } from './config';
import type { TeamsSettingsProblem } from './domain/teamsAppProblem';

/** What stands in the Teams app: of the whole configuration only this, so that it can be packed on a machine that runs nothing. */
export interface TeamsAppSettings {
  readonly botId: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
}

export type TeamsAppSettingsRead =
  | { readonly kind: 'settings'; readonly settings: TeamsAppSettings }
  | { readonly kind: 'problems'; readonly problems: readonly TeamsSettingsProblem[] };

/** An empty variable counts as absent; every problem is told at once. */
export const readTeamsAppSettings = (env: Environment): TeamsAppSettingsRead => {
  const read = schema.safeParse({
    MicrosoftAppId: given(env.MicrosoftAppId),
    PUBLIC_URL: given(env.PUBLIC_URL),
  });
  if (!read.success) {
    // Every rule below names its problem as its message.
    const problems = read.error.issues.map(({ message }) => message as TeamsSettingsProblem);
    return { kind: 'problems', problems };
  }
  const { MicrosoftAppId: botId, PUBLIC_URL: publicUrl } = read.data;
  return { kind: 'settings', settings: { botId, publicUrl } };
};

const given = (content: string | undefined): string | undefined => content?.trim() || undefined;

const is = (problem: TeamsSettingsProblem) => ({ error: problem });

const schema = z.object({
  MicrosoftAppId: z
    .string(is('idMissing'))
    .regex(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i, is('idForm'))
    .transform((id) => id.toLowerCase()),
  PUBLIC_URL: z
    .string(is('urlMissing'))
    .refine((url) => URL.canParse(url) && /^https?:\/\/[^\s?#@]+$/i.test(url), {
      ...is('urlForm'),
      abort: true,
    })
    .refine((url) => /^https:/i.test(url), is('urlPlain'))
    .transform((url) => url.replace(/\/+$/, '')),
});
