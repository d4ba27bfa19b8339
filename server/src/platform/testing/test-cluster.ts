import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { systemClock, virtualClock } from '../clock.ts';
import type { Runtime } from '../context.ts';
import { openDatabase, type PoolConfig } from '../db.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { migrate } from '../migrate.ts';
import { startDatabase } from '../postgres/index.ts';
import { noPorts } from './no-ports.ts';
import { testCity, testKeys, testSite, testStart } from './test-city.ts';

export interface TestCluster {
  /** Plain data, so that it can be handed to the processes that run the tests. */
  readonly connection: TestConnection;
  stop(): Promise<void>;
}

export interface TestConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The template: migrated, filled, and left alone. */
  readonly database: string;
}

/** One throw-away PostgreSQL for a whole run, and in it one database that all others are copied from. */
export async function startTestCluster({
  fill,
  workers,
}: {
  fill: (runtime: Runtime) => Promise<void>;
  workers: number;
}): Promise<TestCluster> {
  const log = createLog('warn');
  const dataFolder = mkdtempSync(join(tmpdir(), 'minsheng-test-'));
  const server = await startDatabase({ dataFolder, log, isDisposable: true });
  const { host, port, user, database } = server.connection;
  await makeTemplate(server.connection, fill);
  for (let worker = 1; worker <= workers; worker += 1) {
    await createDatabase(server.connection, databaseOf(worker, 'together'));
    await createDatabase(server.connection, databaseOf(worker, 'alone'));
  }
  return {
    connection: { host, port, user, database },
    stop: async () => {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(
  connection: PoolConfig,
  fill: (runtime: Runtime) => Promise<void>,
): Promise<void> {
  const log = createLog('warn');
  const db = openDatabase(connection, log);
  await migrate(db.pool, systemClock.now());
  await db.ensureMonth(testStart);
  await fill({
    db,
    clock: virtualClock(testStart),
    city: testCity,
    keys: testKeys,
    ports: noPorts,
    log,
    site: testSite,
  });
  await db.pool.query('analyze');
  await db.stop();
}

/**
 * Where a worker's rolled-back tests run one after the other. In one database those of two workers would wait for
 * each other: both write the day's first order number.
 */
export const databaseOf = (worker: string | number, tested: string): string =>
  `worker_${worker}_${tested}`;

/** A copy of the template. */
export async function createDatabase(connection: TestConnection, name: string): Promise<void> {
  await administer(connection, `create database ${name} template ${connection.database}`);
}

export async function dropDatabase(connection: TestConnection, name: string): Promise<void> {
  // By the owner of the cluster: a role of its own may not end what looks after tables in the background.
  await administer({ ...connection, user: 'postgres' }, `drop database ${name} with (force)`);
}

export const freeName = (): string => `test_${newId(systemClock.now()).replaceAll('-', '')}`;

async function administer(connection: TestConnection, statement: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    // Copying needs the template to itself: two copies at once take turns.
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
