import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { systemActor } from '../platform/actor.ts';
import type { Runtime } from '../platform/context.ts';
import { bodyOf } from '../platform/http-errors.ts';
import { Refusal } from '../platform/refusal.ts';
import { transact } from '../platform/transact.ts';
import { dispatchImported, importRow, matterNamed } from './import-row.ts';
import { type Mapping, type ReadRow, type Row, readRow } from './mapping.ts';
import { readTable } from './read-table.ts';

export interface Counts {
  rows: number;
  imported: number;
  alreadyIn: number;
  rejected: number;
  matterNamed: number;
  dispatched: number;
  notDispatched: number;
}

interface Rejected {
  line: number;
  reason: string;
}

export interface ImportWishes {
  file: string;
  mapping: Mapping;
  /** Whose numbers these are: two systems, or two years, may both have a number 1. */
  source: string;
  limit: number;
  dispatches: boolean;
  say(line: string): void;
}

/**
 * 导入文件: every row is an appeal, already in, or rejected with its line and reason; none is lost. Started again, it goes
 * on where it stopped, because every order keeps the row it came from.
 */
export async function importFile(runtime: Runtime, wishes: ImportWishes): Promise<Counts> {
  const rows = readTable(wishes.file, wishes.mapping).slice(0, wishes.limit);
  const counts = {
    rows: rows.length,
    imported: 0,
    alreadyIn: 0,
    rejected: 0,
    matterNamed: 0,
    dispatched: 0,
    notDispatched: 0,
  };
  const rejected: Rejected[] = [];
  const seen: Seen = new Map();
  for (const [at, { line, row }] of rows.entries()) {
    const read = readRow(row, wishes.mapping, {
      zone: runtime.city.zone,
      now: runtime.clock.now(),
    });
    const reason = 'reason' in read ? read.reason : sameNumber(seen, { read, row, line });
    if ('reason' in read || reason) rejected.push({ line, reason: reason ?? '' });
    else await takeRow(runtime, { read, row, line, wishes, counts, rejected });
    if ((at + 1) % 100 === 0) wishes.say(`已处理 ${at + 1} / ${rows.length} 行`);
  }
  counts.rejected = rejected.length;
  writeRejected(wishes.file, rejected);
  return counts;
}

type Seen = Map<string, { readonly line: number; readonly digest: string }>;

/** Two rows of one number that say different things are two appeals: the second is told, not taken for the first. */
function sameNumber(
  seen: Seen,
  { read, row, line }: Pick<Taking, 'read' | 'row' | 'line'>,
): string | null {
  if (read.externalId === null) return null;
  const digest = digestOf(row);
  const first = seen.get(read.externalId);
  if (first) return first.digest === digest ? null : `编号与第 ${first.line} 行相同,内容不同`;
  seen.set(read.externalId, { line, digest });
  return null;
}

interface Taking {
  read: ReadRow;
  row: Row;
  line: number;
  wishes: ImportWishes;
  counts: Counts;
  rejected: Rejected[];
}

async function takeRow(
  runtime: Runtime,
  { read, row, line, wishes, counts, rejected }: Taking,
): Promise<void> {
  const ref = `import:${wishes.source}:${read.externalId ?? digestOf(row)}`;
  const known = await findIn(runtime, ref);
  if (known && known.content !== null && known.content !== read.content) {
    rejected.push({ line, reason: otherAppeal(wishes.source) });
    return;
  }
  if (known) {
    counts.alreadyIn += 1;
    // Cut off between import and dispatch, or imported without it: what still waits is sent now.
    const isWaiting = wishes.dispatches && known.status === 'to-accept';
    if (isWaiting && (await isNamed(runtime, read))) await sendRow(runtime, known.id, counts);
    return;
  }
  const { defaults } = wishes.mapping;
  try {
    const now = runtime.clock.now();
    const at = read.acceptedAt ?? now;
    const isPast = now.getTime() - at.getTime() > dayMs;
    const { orderId, isSure } = await transact(
      { ...runtime, clock: clockAt(at) },
      systemActor,
      (ctx) => importRow(ctx, { row: read, ref, defaults, isPast }),
    );
    counts.imported += 1;
    if (!isSure) return;
    counts.matterNamed += 1;
    if (wishes.dispatches) await sendRow(runtime, orderId, counts);
  } catch (error) {
    rejected.push({ line, reason: reasonOf(error) });
  }
}

/** What is wrong with this row; anything else stops the import, to be started again. */
function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return bodyOf(error).error.message;
  if (error instanceof pg.DatabaseError && error.code?.startsWith('22')) return '有无法保存的内容';
  throw error;
}

const dayMs = 86_400_000;

/** Imported before under this number, and it said something else. */
const otherAppeal = (source: string): string =>
  `这个编号在来源“${source}”里已经导入过另一件,内容不同。如果是另一批数据,请加 --source 另起名称`;

const clockAt = (at: Date) => ({ kind: 'virtual', now: () => at }) as const;

async function sendRow(runtime: Runtime, orderId: string, counts: Counts): Promise<void> {
  const isSent = await transact(runtime, systemActor, (ctx) => dispatchImported(ctx, orderId));
  if (isSent) counts.dispatched += 1;
  else counts.notDispatched += 1;
}

const isNamed = (runtime: Runtime, row: ReadRow): Promise<boolean> =>
  transact(runtime, systemActor, async (ctx) => (await matterNamed(ctx, row)) !== null);

interface Known {
  readonly id: string;
  readonly status: string;
  /** The words it came with; null once they were erased. */
  readonly content: string | null;
}

async function findIn(runtime: Runtime, ref: string): Promise<Known | null> {
  const { rows } = await sql<Known>`
    select o.id, o.status, t.content
    from orders.order o
    left join orders.text t on t.city_id = o.city_id and t.order_id = o.id and t.no = 1 and t.content <> ''
    where o.city_id = ${runtime.city.cityId} and o.source_ref = ${ref}
    limit 1`.execute(runtime.db.kysely);
  return rows[0] ?? null;
}

const digestOf = (row: Row): string =>
  createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 32);

/** Line and reason only: the file beside it holds the words. */
function writeRejected(file: string, rejected: readonly Rejected[]): void {
  const path = `${file}.rejected.csv`;
  rmSync(path, { force: true });
  if (rejected.length === 0) return;
  const lines = rejected.map(({ line, reason }) => `${line},"${reason.replaceAll('"', '""')}"`);
  writeFileSync(path, `行,原因\n${lines.join('\n')}\n`, { mode: 0o600 });
}
