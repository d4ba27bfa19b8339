import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { createLog } from '../../server/src/platform/log.ts';
import { startDatabase } from '../../server/src/platform/postgres/index.ts';
import { launchMain } from './program.ts';
import type { Ground, Played } from './rounds.ts';

const kills = 8;
const longestMs = 30_000;

/** A first start, killed again and again while it makes the tables: the one that is left alone makes the same database. */
export async function brokenMigration({ fleet }: Ground): Promise<Played> {
  const dataFolder = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-chaos-half-'));
  const database = await startDatabase({ dataFolder, log: createLog('silent') });
  try {
    const env = { DATABASE_URL: database.connectionString, MINSHENG_DATA: dataFolder, PORT: '0' };
    const steps: number[] = [];
    for (let no = 0; no < kills; no += 1) {
      const { child, ready } = launchMain(['--run=worker'], env);
      ready.catch(() => undefined);
      const before = await stepsDone(database.connection);
      const until = performance.now() + longestMs;
      // Killed a little after it went on from where the last one was killed.
      while ((await stepsDone(database.connection)) <= before && performance.now() < until)
        await pause(20);
      await pause(no * 40);
      child.kill('SIGKILL');
      steps.push(await stepsDone(database.connection));
    }
    const { child, ready } = launchMain(['--run=worker'], env);
    await ready;
    child.kill('SIGTERM');
    const [found, wanted] = [
      await shapeOf(database.connection),
      await shapeOf({ connectionString: fleet.databaseUrl }),
    ];
    const missing = wanted.filter((line) => !found.includes(line));
    const extra = found.filter((line) => !wanted.includes(line));
    return {
      faults: [
        ...missing.map((line) => `missing: ${line}`),
        ...extra.map((line) => `extra: ${line}`),
      ],
      told: `killed after ${steps.join(', ')} migrations, ${wanted.length} columns and indexes compared`,
    };
  } finally {
    await database.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function asked(config: ClientConfig, words: string): Promise<string[]> {
  const client = new Client(config);
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(words);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}

async function stepsDone(config: ClientConfig): Promise<number> {
  const rows = await asked(config, 'select name as line from platform.migration').catch(() => []);
  return rows.length;
}

/** Months are made as time goes, so partitions are left out. */
const shapeOf = (config: ClientConfig): Promise<string[]> =>
  asked(
    config,
    `select a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull as line
     from pg_attribute as a join pg_class as c on c.oid = a.attrelid
     join pg_namespace as n on n.oid = c.relnamespace
     where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'v')
       and not c.relispartition and a.attnum > 0 and not a.attisdropped
     union
     select 'index ' || pg_get_indexdef(i.indexrelid) from pg_index as i join pg_class as c on c.oid = i.indrelid
     join pg_namespace as n on n.oid = c.relnamespace
     where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and not c.relispartition
     order by 1`,
  );
