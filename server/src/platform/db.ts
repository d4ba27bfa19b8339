import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './db.types.gen.ts';
import { type Commit, inTransaction, PipelinedDialect } from './db-driver.ts';
import type { Json } from './json.ts';
import type { Log } from './log.ts';
import { monthMaker } from './months.ts';
import { breakOff } from './primary.ts';

export type { DB } from './db.types.gen.ts';
export type Tx = Transaction<DB>;
export type PoolConfig = pg.PoolConfig;

/** 'orders' of 'orders.order'. A hyphen in a module's name is '_' in SQL. */
export type SchemaName = keyof DB extends infer Key
  ? Key extends `${infer Schema}.${string}`
    ? Schema
    : never
  : never;
type TablesOf<S extends SchemaName> = Extract<keyof DB, `${S}.${string}`>;

export interface Database {
  readonly kysely: Kysely<DB>;
  readonly pool: pg.Pool;
  /** The connections of the job queue itself, whose own notes are committed `soon`: a lost one is a job done again. */
  readonly queue: pg.Pool;
  transaction<T>(use: (tx: Tx) => Promise<T>, commit?: Commit): Promise<T>;
  /** Makes the partitions of that month unless they are known to be there. Call it before the transaction that writes. */
  ensureMonth(at: Date): Promise<void>;
  /** A connection beside the pool, not yet connected: for what listens as long as the process lives. */
  ownClient(): pg.Client;
  /** 主库切换: from now on to this address; every connection to the one before is broken off. */
  moveTo(connectionString: string): void;
  stop(): Promise<void>;
}

// A bigint of ours is a count or a position, far below 2^53; a date is a calendar day, not an instant.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** 6 to 10 connections: more lowers throughput on two cores. */
const poolSize = 8;
/** One listens, two have a job, one is free to write down how another ended. */
const queueSize = 4;

/** New words wait in a heap that every search reads through; at the database's usual 4 MB that takes longer than the rest. */
const unsortedWords = '256kB';

export function openDatabase(config: PoolConfig, log: Log): Database {
  const pool = new pg.Pool({ max: poolSize, pipeline: true, ...config });
  const queue = new pg.Pool({ max: queueSize, pipeline: true, ...config });
  let isStopping = false;
  for (const each of [pool, queue]) {
    // An idle connection that dies (restart of the database) must not take the process with it.
    each.on('error', ({ message }) => {
      if (!isStopping) log.warn({ reason: message }, 'idle database connection lost');
    });
    each.on('connect', (client) => {
      client.on('error', () => {});
      client.query(`set gin_pending_list_limit to '${unsortedWords}'`).catch(() => {});
    });
  }
  queue.on('connect', (client) => {
    client.query('set synchronous_commit to off').catch(() => {});
  });
  const own = new Set<pg.Client>();
  const kysely = new Kysely<DB>({ dialect: new PipelinedDialect(pool) });
  const stop = async () => {
    isStopping = true;
    await Promise.all([pool.end(), queue.end()]);
  };
  return {
    kysely,
    pool,
    queue,
    transaction: (use, commit = 'sure') => inTransaction(kysely, pool, use, commit),
    ensureMonth: monthMaker(pool),
    ownClient: () => {
      const client = new pg.Client(pool.options);
      own.add(client);
      client.once('end', () => own.delete(client));
      return client;
    },
    moveTo: (connectionString) => {
      for (const each of [pool, queue]) Object.assign(each.options, { connectionString });
      const all = [...clientsOf(pool), ...clientsOf(queue), ...own];
      for (const client of all) breakOff(client);
    },
    stop,
  };
}

/** Also those that are still being connected, and those in use: nobody else knows of them. */
const clientsOf = (pool: pg.Pool): pg.Client[] =>
  (pool as unknown as { _clients: pg.Client[] })._clients;

/** The part of the transaction one module owns: another module's table does not compile. */
export function tablesOf<S extends SchemaName>(tx: Tx): Transaction<Pick<DB, TablesOf<S>>> {
  return tx.$pickTables<TablesOf<S>>();
}

/** Every table, to read: for windows and for lists and searches. Writing through it fails review. */
export function readerOf(
  tx: Tx,
): Pick<Tx, 'selectFrom' | 'with' | 'withRecursive' | 'selectNoFrom'> {
  return tx;
}

/** A value for a jsonb column: `pg` would send a JavaScript array as a PostgreSQL array. */
export function jsonb(value: Json): string {
  return JSON.stringify(value);
}
