import type { App } from './app.ts';
import { mountRaw } from './http.ts';
import { liveWorkers } from './job-queue.ts';

/**
 * For load balancers and start-up scripts: answers 200 while requests can be served. `workers` is for a watcher: with
 * none nothing is sent and nothing falls due; null on a clock that is moved by hand, which does their work itself.
 */
export function serveHealth(app: App): void {
  const rules = { may: 'public', audit: 'health asked', limit: 6000 } as const;
  mountRaw(
    app,
    { method: 'GET', path: '/health', summary: 'Is the program able to serve', ...rules },
    async () => {
      const { city, clock, db } = app.runtime;
      const workers = await liveWorkers(db.kysely);
      const is = { ok: true, city: city.code, clock: clock.kind, now: clock.now().toISOString() };
      return { ...is, workers: clock.kind === 'virtual' ? null : workers };
    },
  );
}
