import { inject } from 'vitest';
import { z } from 'zod';
import { assembly } from '../../src/assembly.ts';
import { type App, defaultWishes } from '../../src/platform/app.ts';
import { buildApp } from '../../src/platform/build-app.ts';
import { virtualClock } from '../../src/platform/clock.ts';
import type { Runtime } from '../../src/platform/context.ts';
import { openDatabase } from '../../src/platform/db.ts';
import { createLog } from '../../src/platform/log.ts';
import { testCity, testKeys, testSite, testStart } from '../../src/platform/testing/test-city.ts';
import { createDatabase, dropDatabase, freeName } from '../../src/platform/testing/test-cluster.ts';
import { pretendPorts } from '../pretend-ports.ts';
import { send } from './ask.ts';
import { bringTo, closedOrder } from './bring-to.ts';
import { makeFixtures } from './fixtures.ts';
import {
  type Doing,
  doingIn,
  type Kind,
  kinds,
  type Stage,
  stages,
  type TestOrder,
} from './objects.ts';
import { makePeople, type TestPerson } from './people.ts';
import type { Fixtures } from './probe.ts';
import { undone } from './undone.ts';

export interface World {
  /** Whatever it is asked, nothing of it stays. */
  readonly app: App;
  /** Beneath it; what is done here stays. */
  readonly runtime: Runtime;
  readonly url: string;
  readonly people: ReadonlyMap<string, TestPerson>;
  readonly fixtures: Fixtures;
  order(kind: Kind, stage: Stage): TestOrder;
  stop(): Promise<void>;
}

/** The whole program, one person per role, and an order of each kind at each stage. */
export async function makeWorld(): Promise<World> {
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
    ports: pretendPorts(),
    log,
    site: testSite,
  };
  await db.ensureMonth(testStart);
  const real = await appOn(runtime);
  const app = await appOn({ ...runtime, db: undone(db) });
  const people = await makePeople(runtime);
  const doing = doingIn(runtime, () => upload(real), people);
  const orders = await makeOrders(doing);
  const fixtures = await makeFixtures(real, doing, people, orderIn(orders, 'own', 'working'));
  const url = await app.fastify.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    runtime,
    url,
    people,
    fixtures,
    order: (kind, stage) => orderIn(orders, kind, stage),
    stop: async () => {
      await app.fastify.close();
      await real.fastify.close();
      await db.stop();
      await dropDatabase(cluster, name);
    },
  };
}

async function appOn(runtime: Runtime): Promise<App> {
  const { resolveActor, allowTopics, routes } = assembly;
  const wishes = { ...defaultWishes, resolveActor, allowTopics, routes };
  const app = await buildApp(runtime, { ...wishes, publicPerMinute: 10_000, checksReplies: true });
  await app.fastify.ready();
  return app;
}

async function upload(app: App): Promise<{ id: string; key: string }> {
  const { body } = await send(app, 'POST /public/files', { upload: true }, null);
  return z.object({ id: z.string(), key: z.string() }).parse(body);
}

const nameOf = (kind: Kind, stage: Stage): string =>
  kind === 'closed' ? kind : `${kind} ${stage}`;

async function makeOrders(doing: Doing): Promise<Map<string, TestOrder>> {
  const made = new Map<string, TestOrder>();
  for (const stage of stages)
    for (const kind of kinds)
      if (kind !== 'closed') made.set(nameOf(kind, stage), await bringTo(doing, kind, stage));
  return made.set('closed', await closedOrder(doing));
}

function orderIn(orders: ReadonlyMap<string, TestOrder>, kind: Kind, stage: Stage): TestOrder {
  const order = orders.get(nameOf(kind, stage));
  if (!order) throw new Error(`No order is ${kind} and ${stage}.`);
  return order;
}
