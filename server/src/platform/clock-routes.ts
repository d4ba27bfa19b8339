import { z } from 'zod';
import type { App } from './app.ts';
import { mountRaw } from './http.ts';
import { badInput } from './refusal.ts';
import type { VirtualTime } from './virtual-time.ts';

const wanted = z.union([
  z.object({ to: z.iso.datetime().transform((to) => new Date(to)) }),
  z.object({ minutes: z.number().positive() }),
]);

/** Only in a process on a virtual clock, which listens on loopback alone: stories and tests move time. */
export function serveClock(app: App, time: VirtualTime): void {
  const read = {
    may: 'public',
    audit: 'clock read',
    summary: 'What time it is',
    limit: 6000,
  } as const;
  mountRaw(app, { method: 'GET', path: '/clock', ...read }, async () => ({
    now: time.clock.now().toISOString(),
  }));

  const move = {
    may: 'public',
    audit: 'clock advanced',
    summary: 'Live until then',
    limit: 6000,
  } as const;
  mountRaw(app, { method: 'POST', path: '/clock/advance', ...move }, async ({ request }) => {
    const asked = wanted.safeParse(request.body);
    if (!asked.success) throw badInput(['to'], ['minutes']);
    const now = time.clock.now().getTime();
    const to = 'to' in asked.data ? asked.data.to : new Date(now + asked.data.minutes * 60_000);
    return time.advance(to);
  });
}
