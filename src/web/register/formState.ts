import { createHash } from 'node:crypto';
import type { Request } from 'restify';
import { z } from 'zod';
import { newRegistration, type Registration } from '../../domain/registration';
import type { FormValues } from '../formBody';
import type { PageNeeds } from '../pageNeeds';

/** A registration by forms, as the browser carries it, sealed: in each form, so that two windows never mix, and in cookies, so that a reload or a detour loses nothing. */
export interface FormState {
  readonly registration: Registration;
  /** It went through. */
  readonly done?: {
    /** Which mail the person was told about. */
    readonly account: string;
    readonly mail: string;
    /** ISO 8601. */
    readonly at: string;
    /** The account was activated already, and what was said differently now did not count. */
    readonly notTaken?: true;
  };
}

/** Long enough to go and read a label on a machine, and to come back after the meeting. */
const draftMs = 12 * 3_600_000;

/** The registration that was gone on with last, and the one before, in another window perhaps. */
const currentName = 'registration';
const otherName = 'otherRegistration';

/** Browsers drop a cookie of over 4,096 bytes, name and attributes included. */
const longestCookie = 3_800;

/** Of both together: proxies take a line of 8 KB, and other cookies stand in it too. */
const longestCookies = 6_500;

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

/** Names a registration in addresses, so that each window stays with its own; tells nothing of it. */
export const refOf = ({ registration }: FormState): string =>
  createHash('sha256').update(registration.id).digest('base64url').slice(0, 8);

/** Begun by looking at the form, and nothing answered yet. */
export const isBlank = ({ registration, done }: FormState): boolean => {
  const { draft, rejected, misses } = registration;
  const answers = [...Object.keys(draft), ...Object.keys(rejected)];
  return done === undefined && misses === 0 && answers.every((fact) => fact === 'country');
};

/** The registrations that this browser carries, the latest first. */
export const keptStates = async (
  needs: PageNeeds,
  request: Request,
): Promise<readonly FormState[]> => {
  const sealed = [currentName, otherName].map((name) => needs.jar.read(request, name));
  const states = await Promise.all(
    sealed.map((one) => (one === undefined ? undefined : opened(needs, one))),
  );
  return states.filter((state) => state !== undefined);
};

/** The latest. */
export const keptState = async (
  needs: PageNeeds,
  request: Request,
): Promise<FormState | undefined> => (await keptStates(needs, request))[0];

/** `Set-Cookie`s that keep it as the latest; none when the browser would not keep it: then the form alone carries the answers. */
export const stateCookies = async (
  needs: PageNeeds,
  request: Request,
  state: FormState,
): Promise<readonly string[]> => {
  const { jar } = needs;
  const sealed = await closeState(needs, state);
  if (sealed.length > longestCookie) return [];
  const current = jar.keep(currentName, sealed);
  const before = jar.read(request, currentName);
  const beforeState = before === undefined ? undefined : await opened(needs, before);
  if (before === undefined || beforeState === undefined) return [current];
  if (isBlank(beforeState) || refOf(beforeState) === refOf(state)) return [current];
  const fits = before.length + sealed.length <= longestCookies;
  return [current, fits ? jar.keep(otherName, before) : jar.forget(otherName)];
};

/** `Set-Cookie`s that take it out of the browser; another one stays. */
export const forgetState = async (
  needs: PageNeeds,
  request: Request,
  state: FormState,
): Promise<readonly string[]> => {
  const { jar } = needs;
  const ref = refOf(state);
  const others = (await keptStates(needs, request)).filter((kept) => refOf(kept) !== ref);
  const [other] = others;
  return [
    other === undefined
      ? jar.forget(currentName)
      : jar.keep(currentName, await closeState(needs, other)),
    ...(jar.read(request, otherName) === undefined ? [] : [jar.forget(otherName)]),
  ];
};

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
