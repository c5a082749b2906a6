import { noMeter } from '../services/meter';
import { activationRoutes } from './activationPage';
import { makeCookieJar } from './cookies';
import { forgotRoutes } from './forgotPage';
import { helpRoutes } from './helpPage';
import { homeRoutes } from './homePage';
import { loginRoutes } from './loginPage';
import type { PageNeeds } from './pageNeeds';
import { passwordRoutes } from './passwordPage';
import { registerRoutes } from './register/registerRoutes';
import type { Route } from './route';
import { makeSeal } from './seal';
import { makeSessions } from './sessions';
import { teamsRoutes } from './teamsPage';

export type Site = Pick<PageNeeds, 'services' | 'directLine' | 'sampleSerial' | 'teamsTab'> &
  Partial<Pick<PageNeeds, 'meter'>>;

/** Every page that people sign in, register and ask for help with. */
export const pageRoutes = (site: Site, publicUrl: string): readonly Route[] => {
  const { secretKeys, clock } = site.services;
  const jar = makeCookieJar(publicUrl);
  const sealFor = (purpose: string) => makeSeal({ purpose, secretKeys, clock });
  const needs: PageNeeds = {
    meter: noMeter,
    ...site,
    publicUrl,
    jar,
    draftSeal: sealFor('registration'),
    numberSeal: sealFor('help request'),
    sessions: makeSessions({ ...site.services, jar, seal: sealFor('session') }),
  };
  return [
    loginRoutes,
    activationRoutes,
    passwordRoutes,
    homeRoutes,
    forgotRoutes,
    registerRoutes,
    helpRoutes,
    teamsRoutes,
  ].flatMap((routes) => routes(needs));
};
