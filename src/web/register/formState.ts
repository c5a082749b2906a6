import type { Request } from 'restify';
import { z } from 'zod';
import { newRegistration, type Registration } from '../../domain/registration';
import type { FormValues } from '../formBody';
import type { PageNeeds } from '../pageNeeds';

/** A registration by forms, as the browser carries it, sealed: in each form, so that two windows never mix, and in a cookie, so that a reload or a detour loses nothing. */
export interface FormState {
  readonly registration: Registration;
  /** It went through. */
  readonly done?: {
    /** Which mail the person was told about. */
    readonly account: string;
    readonly mail: string;
    /** ISO 8601. */
    readonly at: string;
  };
}

/** Long enough to go and read a label on a machine, and to come back after the meeting. */
const draftMs = 12 * 3_600_000;

const cookieName = 'registration';

/** Browsers drop a cookie of over 4,096 bytes, name and attributes included. */
const longestCookie = 3_800;

export const newState = ({ services }: PageNeeds): FormState => ({
  registration: newRegistration(services.newId(), 0),
});

export const closeState = ({ draftSeal }: PageNeeds, state: FormState): Promise<string> =>
  draftSeal.close({ version, state }, draftMs);

/** What the form carries; a form without one goes on with the cookie's. `expired` when it carried something that does not open any more. */
export const postedState = async (
  needs: PageNeeds,
  request: Request,
  values: FormValues,
): Promise<FormState | 'expired'> => {
  const carried = values.get('draft');
  if (carried === '') return (await keptState(needs, request)) ?? newState(needs);
  return (await opened(needs, carried)) ?? 'expired';
};

/** What the cookie carries. */
export const keptState = async (
  needs: PageNeeds,
  request: Request,
): Promise<FormState | undefined> => {
  const sealed = needs.jar.read(request, cookieName);
  return sealed === undefined ? undefined : opened(needs, sealed);
};

/** `undefined` when the browser would not keep it: then the form alone carries the answers. */
export const stateCookie = ({ jar }: PageNeeds, sealed: string): string | undefined =>
  sealed.length > longestCookie ? undefined : jar.keep(cookieName, sealed);

export const forgetState = ({ jar }: PageNeeds): string => jar.forget(cookieName);

const opened = async ({ draftSeal }: PageNeeds, sealed: string): Promise<FormState | undefined> => {
  const read = envelope.safeParse(await draftSeal.open(sealed));
  return read.success ? read.data.state : undefined;
};

/** Goes up when a state of before could not be read as one of now. */
const version = 1;

/** Sealed by us: what opens is what we closed. */
const envelope = z.object({ version: z.literal(version), state: z.custom<FormState>(isObject) });

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
