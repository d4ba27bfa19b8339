import type { App } from './app.ts';
import { mountRaw } from './http.ts';

/** For load balancers and start-up scripts: answers 200 while requests can be served. */
export function serveHealth(app: App): void {
  const rules = { may: 'public', audit: 'health asked', limit: 6000 } as const;
  mountRaw(
    app,
    { method: 'GET', path: '/health', summary: 'Is the program able to serve', ...rules },
    async () => {
      await app.runtime.db.pool.query('select 1');
      const { city, clock } = app.runtime;
      return { ok: true, city: city.code, clock: clock.kind, now: clock.now().toISOString() };
    },
  );
}
