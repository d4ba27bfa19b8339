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
} from 'kysely';
import type { Pool, PoolClient } from 'pg';

/**
 * Kysely over a pool whose connections pipeline. Two round trips are saved in every transaction:
 * `begin` leaves together with the first statement, and the last statement together with `commit`
 * (see transact.ts). A failure of `begin` shows in the statement that follows it.
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
    connection.send('begin');
  }
  async commitTransaction(connection: PipelinedConnection): Promise<void> {
    const { command } = await connection.client.query('commit');
    // PostgreSQL answers COMMIT with ROLLBACK when an earlier statement had failed.
    if (command === 'ROLLBACK') throw new CommitRefused();
  }
  async rollbackTransaction(connection: PipelinedConnection): Promise<void> {
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

  constructor(client: PoolClient) {
    this.client = client;
  }
  /** Without waiting for the answer; the statement behind it fails if this one did. */
  send(sql: string): void {
    this.client.query(sql).catch(() => {
      this.isBroken = true;
    });
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.client.query({
      name: keptName(query),
      text: query.sql,
      values: [...query.parameters],
    });
    if (command === 'SELECT') return { rows };
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }
  // biome-ignore lint/correctness/useYield: a cursor cannot share a pipelined connection.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Read in keyset pages: cursors are not available.');
  }
}

const keptNames = new Map<string, string>();
const mostKept = 300;
const keptMark = '/* kept */';

/**
 * Inserts, and statements that begin with the mark, are prepared once per connection: their plan is the
 * same whatever the values, and planning them anew costs a third of the throughput. All others are planned
 * for their values each time: a generic plan of a list or a search is many times slower.
 */
function keptName({ sql, query }: CompiledQuery): string | undefined {
  if (query.kind !== 'InsertQueryNode' && !sql.startsWith(keptMark)) return undefined;
  const known = keptNames.get(sql);
  if (known !== undefined || keptNames.size >= mostKept) return known;
  const name = `kept_${keptNames.size}`;
  keptNames.set(sql, name);
  return name;
}
