import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { systemActor } from '../platform/actor.ts';
import type { Runtime } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { transact } from '../platform/transact.ts';
import { dispatchImported, importRow } from './import-row.ts';
import { type Mapping, type ReadRow, type Row, readRow } from './mapping.ts';

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
  limit: number;
  dispatches: boolean;
  say(line: string): void;
}

/**
 * 导入文件: every row is an appeal, already in, or rejected with its line and reason; none is lost. Started again, it goes
 * on where it stopped, because every order keeps the row it came from.
 */
export async function importFile(runtime: Runtime, wishes: ImportWishes): Promise<Counts> {
  const rows = readTable(wishes.file).slice(0, wishes.limit);
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
  for (const [at, row] of rows.entries()) {
    const line = at + 2;
    const read = readRow(row, wishes.mapping, runtime.city.zone);
    if ('reason' in read) rejected.push({ line, reason: read.reason });
    else await takeRow(runtime, { read, row, line, wishes, counts, rejected });
    if ((at + 1) % 100 === 0) wishes.say(`已处理 ${at + 1} / ${rows.length} 行`);
  }
  counts.rejected = rejected.length;
  writeRejected(wishes.file, rejected);
  return counts;
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
  const ref = `import:${wishes.mapping.name}:${read.externalId ?? digestOf(row)}`;
  if (await isIn(runtime, ref)) {
    counts.alreadyIn += 1;
    return;
  }
  const { defaults } = wishes.mapping;
  try {
    const then = { ...runtime, clock: clockAt(read.acceptedAt ?? runtime.clock.now()) };
    const { orderId, isSure } = await transact(then, systemActor, (ctx) =>
      importRow(ctx, { row: read, ref, defaults }),
    );
    counts.imported += 1;
    if (!isSure) return;
    counts.matterNamed += 1;
    if (!wishes.dispatches) return;
    const isSent = await transact(runtime, systemActor, (ctx) => dispatchImported(ctx, orderId));
    if (isSent) counts.dispatched += 1;
    else counts.notDispatched += 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    rejected.push({ line, reason: error.code });
  }
}

const clockAt = (at: Date) => ({ kind: 'virtual', now: () => at }) as const;

async function isIn(runtime: Runtime, ref: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from orders.order
    where city_id = ${runtime.city.cityId} and source_ref = ${ref}
    limit 1`.execute(runtime.db.kysely);
  return rows.length > 0;
}

const digestOf = (row: Row): string =>
  createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 32);

/** UTF-8, with or without a mark, else GB 18030. */
function readTable(file: string): Row[] {
  const bytes = readFileSync(file);
  return parse(textOf(bytes), {
    columns: (heads: string[]) => heads.map((head) => head.trim()),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  });
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Line and reason only: the file beside it holds the words. */
function writeRejected(file: string, rejected: readonly Rejected[]): void {
  if (rejected.length === 0) return;
  const lines = rejected.map(({ line, reason }) => `${line},"${reason.replaceAll('"', '""')}"`);
  writeFileSync(`${file}.rejected.csv`, `行,原因\n${lines.join('\n')}\n`, { mode: 0o600 });
}
