import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';

export const migrationsFolder = join(import.meta.dirname, '../../migrations');

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Plain SQL files, in order, forward only, each in a transaction of its own. Returns the names it ran. */
export async function migrate(pool: Pool, now: Date, folder = migrationsFolder): Promise<string[]> {
  const client = await pool.connect();
  try {
    // Two processes that start together: the second waits, then finds everything done.
    await client.query("select pg_advisory_lock(hashtext('minsheng.migrate'))");
    await runMigrations({ pgPool: pool, noHandleSignals: true });
    await client.query(bookkeeping);
    return await runMissing(client, readMigrations(folder), now);
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('minsheng.migrate'))").catch(() => {});
    client.release();
  }
}

const bookkeeping = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    name text primary key,
    checksum text not null,
    ran_at timestamptz not null
  );`;

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function runMissing(
  client: PoolClient,
  migrations: Migration[],
  now: Date,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  );
  const done = new Map(rows.map((row) => [row.name, row.checksum]));
  refuseChanged(migrations, done);
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const migration of missing) await runOne(client, migration, now);
  return missing.map(({ name }) => name);
}

function refuseChanged(migrations: Migration[], done: ReadonlyMap<string, string>): void {
  const latest = [...done.keys()].sort().at(-1) ?? '';
  for (const { name, checksum } of migrations) {
    const ran = done.get(name);
    if (ran !== undefined && ran !== checksum) {
      throw new Error(`Migration ${name} was changed after it ran here. Write a new one instead.`);
    }
    if (ran === undefined && name < latest) {
      throw new Error(
        `Migration ${name} comes before ${latest}, which already ran here. Number it later.`,
      );
    }
  }
}

async function runOne(
  client: PoolClient,
  { name, sql, checksum }: Migration,
  now: Date,
): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query(
      'insert into platform.migration (name, checksum, ran_at) values ($1, $2, $3)',
      [name, checksum, now],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed`, { cause: error });
  }
}
