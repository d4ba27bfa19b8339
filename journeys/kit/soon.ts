import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import type { Checks } from '../../stories/kit/checks.ts';

const patienceMs = 10_000;
const againMs = 100;
const stillMs = 500;

/**
 * Reads a screen until it shows what it should, for a bounded time, and reports what was found last. A page may be
 * drawn anew between two looks, so one look alone proves neither that something is there nor that it is not.
 */
export async function soon<T>(
  checks: Checks,
  fact: string,
  read: () => Promise<T>,
  expected: T,
): Promise<void> {
  checks.same(fact, await lastRead(read, (found) => isDeepStrictEqual(found, expected)), expected);
}

/** The same for what is not known to the letter. */
export async function soonThat<T>(
  checks: Checks,
  fact: string,
  read: () => Promise<T>,
  holds: (found: T) => boolean,
): Promise<void> {
  const found = await lastRead(read, holds);
  checks.that(fact, !(found instanceof Gone) && holds(found), found);
}

/** What does not happen is looked for after a while, not at once: it might only be late. */
export async function still<T>(
  page: Page,
  checks: Checks,
  { fact, read, expected }: { fact: string; read: () => Promise<T>; expected: T },
): Promise<void> {
  await page.waitForTimeout(stillMs);
  checks.same(fact, await read(), expected);
}

/** What was to be read was taken off the screen meanwhile. */
class Gone {
  readonly why: string;
  constructor(error: unknown) {
    this.why = String(error);
  }
}

async function lastRead<T>(
  read: () => Promise<T>,
  isEnough: (found: T) => boolean,
): Promise<T | Gone> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const found = await read().catch((error: unknown) => new Gone(error));
    if (!(found instanceof Gone) && isEnough(found)) return found;
    if (performance.now() > until) return found;
    await pause(againMs);
  }
}
