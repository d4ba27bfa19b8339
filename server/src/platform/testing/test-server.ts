import type { ReplyOf, RequestOf, Route } from '@minsheng/contract/route.ts';
import { inject } from 'vitest';
import { type App, type AppWishes, defaultWishes } from '../app.ts';
import { buildApp } from '../build-app.ts';
import { type VirtualClock, virtualClock } from '../clock.ts';
import { serveClock } from '../clock-routes.ts';
import type { Ports, Runtime } from '../context.ts';
import { openDatabase } from '../db.ts';
import { createLog } from '../log.ts';
import { type Advanced, startVirtualTime } from '../virtual-time.ts';
import { type CallWishes, call } from './call.ts';
import { testCity, testKeys, testSite, testStart } from './test-city.ts';
import { createDatabase, dropDatabase, freeName } from './test-cluster.ts';

export interface TestServer {
  readonly url: string;
  readonly app: App;
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  call<R extends Route>(route: R, input: RequestOf<R>, wishes?: CallWishes): Promise<ReplyOf<R>>;
  advance(minutes: number): Promise<Advanced>;
  stop(): Promise<void>;
}

type TestWishes = Pick<AppWishes, 'resolveActor' | 'routes'> &
  Partial<AppWishes> & { readonly ports: Ports };

/** A listening server with a database of its own, copied from the template, on a virtual clock. */
export async function testServerWith({ ports, ...wishes }: TestWishes): Promise<TestServer> {
  const cluster = inject('cluster');
  const name = freeName();
  await createDatabase(cluster, name);
  const log = createLog('warn');
  const db = openDatabase({ ...cluster, database: name }, log);
  const clock = virtualClock(testStart);
  const runtime: Runtime = {
    db,
    clock,
    city: testCity,
    keys: testKeys,
    ports,
    log,
    site: testSite,
  };
  const time = startVirtualTime(runtime, clock);
  const app = await buildApp(runtime, {
    ...defaultWishes,
    publicPerMinute: 10_000,
    checksReplies: true,
    ...wishes,
    routes: [...wishes.routes, (app) => serveClock(app, time)],
  });
  const url = await app.fastify.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    app,
    runtime,
    clock,
    call: (route, input, wishes) => call(url, route, input, wishes),
    advance: (minutes) => time.advance(new Date(clock.now().getTime() + minutes * 60_000)),
    stop: async () => {
      await app.fastify.close();
      await time.stop();
      await db.stop();
      await dropDatabase(cluster, name);
    },
  };
}
