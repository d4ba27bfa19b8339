import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './db.types.gen.ts';
import { inTransaction, PipelinedDialect } from './db-driver.ts';
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
  transaction<T>(use: (tx: Tx) => Promise<T>): Promise<T>;
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

export function openDatabase(config: PoolConfig, log: Log): Database {
  const pool = new pg.Pool({ max: poolSize, pipeline: true, ...config });
  // An idle connection that dies (restart of the database) must not take the process with it.
  let isStopping = false;
  pool.on('error', ({ message }) => {
    if (!isStopping) log.warn({ reason: message }, 'idle database connection lost');
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  const own = new Set<pg.Client>();
  const kysely = new Kysely<DB>({ dialect: new PipelinedDialect(pool) });
  const stop = () => {
    isStopping = true;
    return pool.end();
  };
  return {
    kysely,
    pool,
    transaction: (use) => inTransaction(kysely, pool, use),
    ensureMonth: monthMaker(pool),
    ownClient: () => {
      const client = new pg.Client(pool.options);
      own.add(client);
      client.once('end', () => own.delete(client));
      return client;
    },
    moveTo: (connectionString) => {
      Object.assign(pool.options, { connectionString });
      for (const client of [...clientsOf(pool), ...own]) breakOff(client);
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
