import type { Browser } from 'playwright-core';
import type { Checks } from '../../stories/kit/checks.ts';
import { type Person, signIn } from '../../stories/kit/person.ts';
import type { Server } from '../../stories/kit/server.ts';
import { narrow, openWindow, type Window, wide } from './browser.ts';

/** A way somebody goes through the pages. */
export interface Journey {
  readonly name: string;
  readonly title: string;
  go(desk: Desk): Promise<void>;
}

/** What every journey works with. */
export interface Desk {
  readonly server: Server;
  readonly checks: Checks;
  /** A window of an account that is already signed in. */
  windowOf(login: string, phone?: 'phone'): Promise<Window>;
  /** A window of nobody in particular. */
  window(phone?: 'phone'): Promise<Window>;
}

export function deskOn(browser: Browser, server: Server, checks: Checks): Desk {
  const signedIn = new Map<string, Promise<Person>>();
  const personOf = (login: string): Promise<Person> => {
    const known = signedIn.get(login) ?? signIn(server, login);
    signedIn.set(login, known);
    return known;
  };
  const sizeOf = (phone?: 'phone') => (phone ? narrow : wide);
  return {
    server,
    checks,
    windowOf: async (login, phone) =>
      openWindow(browser, server.url, checks, {
        person: await personOf(login),
        size: sizeOf(phone),
      }),
    window: (phone) => openWindow(browser, server.url, checks, { size: sizeOf(phone) }),
  };
}
