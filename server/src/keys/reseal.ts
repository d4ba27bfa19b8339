import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from '../platform/db.ts';
import { decrypt, encrypt, type Keys, keyIdOf } from '../platform/secrets.ts';
import { sealedColumns } from './sealed-columns.ts';

/** Some hundreds of rows: nobody waits for them longer than a blink. */
const pagesAtOnce = 16;
/** Before a row is asked for again that somebody holds. */
const heldPauseMs = 500;
const identifier = pg.escapeIdentifier;

interface Part {
  /** A table, or one partition of it, ready to stand in a statement. */
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
}

interface Progress {
  readonly table: string;
  readonly resealed: number;
}

export interface Resealing {
  readonly db: Database;
  readonly keys: Keys;
  /** Told after every transaction. */
  onProgress(progress: Progress): void;
}

/**
 * 重新加密 beside a running program: what an older key sealed is opened and sealed by the newest, some pages of a table
 * in a transaction of their own. What is done already is what the newest key sealed, so after a kill it just goes on.
 * A row that moved under its hands, or that somebody held, is met on the next pass. Answers how many rows.
 */
export async function reseal(work: Resealing): Promise<number> {
  let all = 0;
  for (;;) {
    let found = 0;
    for (const part of await partsOf(work.db)) found += await resealPart(work, part);
    all += found;
    if (found > 0) continue;
    if (!(await isOlderUsed(work))) return all;
    await pause(heldPauseMs);
  }
}

const isOlderUsed = async ({ db, keys }: Resealing): Promise<boolean> =>
  (await keyUse(db)).some(({ keyId }) => keyId !== keys.newest.id);

export interface KeyUse {
  readonly table: string;
  readonly keyId: number;
  readonly rows: number;
}

/** 密钥使用: how many rows each key has sealed, by table; a row of two columns under two keys counts for both. */
export async function keyUse(db: Database): Promise<KeyUse[]> {
  const uses = await Promise.all(
    Object.entries(sealedColumns).map(async ([table, columns]) => {
      const ids = columns.map(
        (column) => `case when octet_length(${identifier(column)}) > 0
        then get_byte(${identifier(column)}, 0) end`,
      );
      const { rows } = await db.pool.query<{ keyId: number; rows: number }>(
        `select used.key as "keyId", count(*)::int as rows
         from ${quoted(table)},
           lateral (select distinct key from unnest(array[${ids.join(', ')}]) as key where key is not null) as used
         group by used.key`,
      );
      return rows.map((row) => ({ table, ...row }));
    }),
  );
  return uses.flat();
}

async function partsOf({ pool }: Database): Promise<Part[]> {
  const { rows } = await pool.query<{ name: string; table: string }>(
    // Of a table that is not partitioned the tree says nothing.
    `select coalesce(tree.relid, said::regclass)::regclass::text as name, said as table
     from unnest($1::text[]) as said
     left join lateral pg_partition_tree(said::regclass) as tree on true
     where coalesce(tree.isleaf, true)
     order by said, name`,
    [Object.keys(sealedColumns)],
  );
  return rows.map((row) => ({ ...row, columns: sealedColumns[row.table] ?? [] }));
}

async function resealPart({ db, keys, onProgress }: Resealing, part: Part): Promise<number> {
  const pages = await pagesOf(db, part.name);
  let resealed = 0;
  for (let page = 0; page < pages; page += pagesAtOnce) {
    const rows = await resealPages(db, keys, part, page);
    if (rows > 0) onProgress({ table: part.table, resealed: rows });
    resealed += rows;
  }
  return resealed;
}

async function pagesOf({ pool }: Database, name: string): Promise<number> {
  const { rows } = await pool.query<{ pages: number }>(
    `select pg_relation_size($1::regclass) / current_setting('block_size')::int as pages`,
    [name],
  );
  return rows[0]?.pages ?? 0;
}

type SealedRow = Readonly<Record<string, Buffer | string | null>> & { readonly place: string };

async function resealPages(
  { pool }: Database,
  keys: Keys,
  { name, columns }: Part,
  page: number,
): Promise<number> {
  const newest = keys.newest.id;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<SealedRow>(
      `select ctid::text as place, ${columns.map(identifier).join(', ')}
       from ${name}
       where ctid >= $1::tid and ctid < $2::tid and (${columns.map(isOlder).join(' or ')})
       -- Against a use case that changes the row between reading and writing; one that holds it comes first.
       for no key update skip locked`,
      [`(${page},0)`, `(${page + pagesAtOnce},0)`, newest],
    );
    if (rows.length > 0) await client.query(...updateOf(keys, name, columns, rows));
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

const isOlder = (column: string): string =>
  `(octet_length(${identifier(column)}) > 0 and get_byte(${identifier(column)}, 0) <> $3)`;

function updateOf(
  keys: Keys,
  name: string,
  columns: readonly string[],
  rows: readonly SealedRow[],
): [string, unknown[]] {
  const sets = columns.map((column) => `${identifier(column)} = new.${identifier(column)}`);
  const arrays = columns.map((_, no) => `$${no + 2}::bytea[]`);
  const text = `update ${name} as old
    set ${sets.join(', ')}
    from unnest($1::tid[], ${arrays.join(', ')}) as new (place, ${columns.map(identifier).join(', ')})
    where old.ctid = new.place`;
  const values = columns.map((column) => rows.map((row) => sealedAnew(keys, row[column] ?? null)));
  return [text, [rows.map(({ place }) => place), ...values]];
}

function sealedAnew(keys: Keys, sealed: Buffer | string | null): Buffer | null {
  if (!Buffer.isBuffer(sealed)) return null;
  if (sealed.length === 0 || keyIdOf(sealed) === keys.newest.id) return sealed;
  return encrypt(keys, decrypt(keys, sealed));
}

/** 'requesters.requester', ready to stand in a statement. */
const quoted = (table: string): string => table.split('.').map(identifier).join('.');
