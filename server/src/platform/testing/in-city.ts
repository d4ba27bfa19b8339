import type { Role } from '@minsheng/contract/words/roles.ts';
import { sql } from 'kysely';
import { afterAll, inject } from 'vitest';
import { type Actor, systemActor } from '../actor.ts';
import { type VirtualClock, virtualClock } from '../clock.ts';
import { type Context, contextIn, type Ports, type Runtime } from '../context.ts';
import { type Database, openDatabase, type Tx } from '../db.ts';
import { flush } from '../flush.ts';
import { handledApart, handledJobs, handledOutside } from '../jobs.ts';
import { createLog } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { claim } from '../ticker.ts';
import { actorAs } from './actors.ts';
import { testCity, testKeys, testSite, testStart } from './test-city.ts';
import { createDatabase, databaseOf, dropDatabase, freeName } from './test-cluster.ts';

type UseCase<Input, Reply> = (ctx: Context, input: Input) => Promise<Reply>;

/** One person who does things, each in a part of the transaction that a refusal undoes. */
export interface Doer {
  readonly actor: Actor;
  do<Input, Reply>(useCase: UseCase<Input, Reply>, input: Input): Promise<Reply>;
}

export interface Kit {
  /** The system's, at the start of the test: for makers and for reading. */
  readonly ctx: Context;
  readonly clock: VirtualClock;
  readonly system: Doer;
  as(who: Role | Actor, differences?: Partial<Actor>): Doer;
  /** Moves the clock; nothing fires by itself. */
  travelTo(at: Date): Promise<void>;
  /** Delivers what was told and what fell due until the clock's instant; answers how many jobs ran. */
  drain(): Promise<number>;
}

let opened: { database: Database; own: string | null } | null = null;
afterAll(async () => {
  await opened?.database.stop();
  if (opened?.own) await dropDatabase(inject('cluster'), opened.own);
  opened = null;
});

/** That of the worker; or one of the file's own, where what ran before must not be felt. */
async function open(): Promise<Database> {
  if (opened) return opened.database;
  const cluster = inject('cluster');
  const { VITEST_POOL_ID = '1', TESTED = 'together' } = process.env;
  const own = TESTED === 'plans' ? freeName() : null;
  if (own) await createDatabase(cluster, own);
  const name = own ?? databaseOf(VITEST_POOL_ID, TESTED);
  const database = openDatabase({ ...cluster, database: name, max: 4 }, createLog('warn'));
  opened = { database, own };
  return database;
}

/** A test in a transaction of its own that is always rolled back. `makers` add what modules offer. */
export function inCityWith<Makers extends object>(
  makers: (kit: Kit) => Makers,
  ports: () => Ports,
) {
  return (test: (kit: Kit & Makers) => Promise<void>) => async (): Promise<void> => {
    const database = await open();
    const clock = virtualClock(testStart);
    const runtime: Runtime = {
      db: database,
      clock,
      city: testCity,
      keys: testKeys,
      ports: ports(),
      log: createLog('warn'),
      site: testSite,
    };
    await database.ensureMonth(testStart);
    const tx = await database.kysely.startTransaction().execute();
    try {
      const kit = kitIn(tx, runtime, clock);
      await test({ ...kit, ...makers(kit) });
    } finally {
      await tx.rollback().execute();
    }
  };
}

function kitIn(tx: Tx, runtime: Runtime, clock: VirtualClock): Kit {
  const doer = (actor: Actor): Doer => ({
    actor,
    do: (useCase, input) => doIn(tx, runtime, actor, (ctx) => useCase(ctx, input)),
  });
  const system = doer(systemActor);
  return {
    ctx: contextIn(tx, runtime, systemActor, clock.now()),
    clock,
    system,
    as: (who, differences) =>
      doer(typeof who === 'string' ? actorAs(who, clock.now(), differences) : who),
    travelTo: async (at) => {
      await runtime.db.ensureMonth(at);
      clock.set(at);
    },
    drain: () => drainIn(tx, runtime, system),
  };
}

async function doIn<T>(
  tx: Tx,
  runtime: Runtime,
  actor: Actor,
  useCase: (ctx: Context) => Promise<T>,
): Promise<T> {
  await sql`savepoint doing`.execute(tx);
  try {
    const ctx = contextIn(tx, runtime, actor, runtime.clock.now());
    const reply = await useCase(ctx);
    await flush(ctx);
    await sql`release savepoint doing`.execute(tx);
    return reply;
  } catch (error) {
    await sql`rollback to savepoint doing`.execute(tx);
    if (error instanceof Refusal && error.trace) await doIn(tx, runtime, actor, error.trace);
    throw error;
  }
}

async function drainIn(tx: Tx, runtime: Runtime, system: Doer): Promise<number> {
  let ran = 0;
  for (;;) {
    const { news, alarms, jobs } = await claim(tx, runtime.clock.now());
    if (news + alarms === 0) return ran;
    for (const { identifier, payload } of jobs) {
      // It would make transactions of its own, and sees nothing of this one.
      if (handledApart().has(identifier)) continue;
      const outside = handledOutside().get(identifier);
      if (outside) {
        await outside((work) => system.do(work, null), runtime, payload.input);
        ran += 1;
        continue;
      }
      const handler = handledJobs().get(identifier);
      if (!handler) throw new Error(`Job ${identifier} has no handler.`);
      await system.do(handler, payload.input);
      ran += 1;
    }
  }
}
