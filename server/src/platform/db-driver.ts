import type { Duplex } from 'node:stream';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import pg, { type Pool, type PoolClient } from 'pg';
import { isOutdatedPlan, keptName, prepareAllAnew } from './prepared.ts';

/**
 * Kysely over a pool whose connections pipeline. What need not be waited for leaves together with what
 * follows it: `begin`, plain inserts, and the last statement together with `commit` (see transact.ts).
 * A failure of one of them shows, as itself, in the next statement that is waited for.
 */
export class PipelinedDialect implements Dialect {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }
  createDriver(): Driver {
    return new PipelinedDriver(this.#pool);
  }
  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }
  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }
  createIntrospector<T>(db: Kysely<T>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
}

/**
 * `sure`: on disk when it is answered. `soon`: on disk within a second, never before what was committed earlier; for
 * work that is done again when it is lost (decision 0026).
 */
export type Commit = 'sure' | 'soon';

const beginnings: Readonly<Record<Commit, string>> = {
  sure: 'begin',
  soon: 'begin; set local synchronous_commit to off',
};

/**
 * One transaction. Unlike Kysely's own it sends what is asked for together without waiting for each answer
 * in turn: the statements run in the order they were sent, and what all of them take is one round trip.
 */
export async function inTransaction<DB, T>(
  kysely: Kysely<DB>,
  pool: Pool,
  use: (tx: Transaction<DB>) => Promise<T>,
  commit: Commit,
): Promise<T> {
  const dialect = new PipelinedDialect(pool);
  const driver = new PipelinedDriver(pool);
  const connection = await driver.acquireConnection();
  const executor = kysely.getExecutor().withConnectionProvider({
    provideConnection: (ask) => ask(connection),
  });
  try {
    connection.begin(commit);
    const result = await use(
      new Transaction<DB>({ config: { dialect }, dialect, driver, executor }),
    );
    await driver.commitTransaction(connection);
    return result;
  } catch (error) {
    await driver.rollbackTransaction(connection);
    throw error;
  } finally {
    await driver.releaseConnection(connection);
  }
}

class PipelinedDriver implements Driver {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }
  async init(): Promise<void> {}

  async acquireConnection(): Promise<PipelinedConnection> {
    return new PipelinedConnection(await this.#pool.connect());
  }
  async beginTransaction(connection: PipelinedConnection): Promise<void> {
    connection.begin('sure');
  }
  async commitTransaction(connection: PipelinedConnection): Promise<void> {
    const { command } = await connection.client.query('commit');
    // PostgreSQL answers COMMIT with ROLLBACK when an earlier statement had failed.
    if (command === 'ROLLBACK') throw connection.takeFailure() ?? new CommitRefused();
    connection.isInTransaction = false;
  }
  async rollbackTransaction(connection: PipelinedConnection): Promise<void> {
    connection.isInTransaction = false;
    connection.takeFailure();
    try {
      await connection.client.query('rollback');
    } catch (error) {
      connection.isBroken = true;
      throw error;
    }
  }
  async savepoint(connection: PipelinedConnection, name: string): Promise<void> {
    await connection.client.query(`savepoint "${name}"`);
  }
  async rollbackToSavepoint(connection: PipelinedConnection, name: string): Promise<void> {
    await connection.client.query(`rollback to savepoint "${name}"`);
  }
  async releaseSavepoint(connection: PipelinedConnection, name: string): Promise<void> {
    await connection.client.query(`release savepoint "${name}"`);
  }
  async releaseConnection(connection: PipelinedConnection): Promise<void> {
    connection.client.release(connection.isBroken);
  }
  /** The pool belongs to whoever opened it. */
  async destroy(): Promise<void> {}
}

/** The transaction had already failed when it was asked to commit. */
export class CommitRefused extends Error {
  override readonly name = 'CommitRefused';
}

class PipelinedConnection implements DatabaseConnection {
  readonly client: PoolClient;
  isBroken = false;
  isInTransaction = false;
  #failure: unknown = null;

  constructor(client: PoolClient) {
    this.client = client;
  }
  begin(commit: Commit): void {
    this.isInTransaction = true;
    sendTogether(this.client);
    this.client.query(beginnings[commit]).catch(() => {
      this.isBroken = true;
    });
  }
  /** Why the transaction can only be rolled back, if a statement nobody waited for is the reason. */
  takeFailure(): unknown {
    const failure = this.#failure;
    this.#failure = null;
    return failure;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    sendTogether(this.client);
    const answer = this.client.query({
      name: keptName(query),
      text: query.sql,
      values: [...query.parameters],
    });
    if (this.isInTransaction && isPlainInsert(query)) {
      answer.catch((error) => {
        this.#failure ??= error;
      });
      return { rows: [] };
    }
    const { command, rowCount, rows } = await answer.catch((error) => this.#explain(error));
    if (command === 'SELECT') return { rows };
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }
  #explain(error: unknown): never {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if (isOutdatedPlan(error)) prepareAllAnew();
    if (error.code === readOnly) this.isBroken = true;
    if (error.code === transactionFailed) throw this.takeFailure() ?? error;
    throw error;
  }
  // biome-ignore lint/correctness/useYield: a cursor cannot share a pipelined connection.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Read in keyset pages: cursors are not available.');
  }
}

const transactionFailed = '25P02';
/** It was the primary, or something between us led here: the next connection may lead to the new one. */
const readOnly = '25006';

/** Answers nothing, so nobody needs to wait for it. */
function isPlainInsert({ query }: CompiledQuery): boolean {
  return query.kind === 'InsertQueryNode' && !query.returning && !query.onConflict;
}

const together = new WeakSet<PoolClient>();

/** What is sent until the program has to wait for an answer travels as one packet. */
function sendTogether(client: PoolClient): void {
  if (together.has(client)) return;
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  together.add(client);
  stream.cork();
  process.nextTick(() => {
    together.delete(client);
    stream.uncork();
  });
}
