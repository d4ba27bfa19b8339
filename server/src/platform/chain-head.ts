import { sql } from 'kysely';
import type { Context } from './context.ts';
import type { ChainHead, Subject } from './unit-of-work.ts';

const noEvents: ChainHead = { seq: 0, hash: null };

/** Where a chain ends. A subject made in this transaction has none yet; what was read ahead is not read again. */
export function headOf(ctx: Context, { id }: Pick<Subject, 'id'>): Promise<ChainHead> {
  const { heads, newSubjects } = ctx.unitOfWork;
  if (newSubjects.has(id)) return Promise.resolve(noEvents);
  return heads.get(id) ?? readHead(ctx, id);
}

/**
 * Asks where the chain ends right behind the statement that holds the subject: both travel together, and the
 * answer is still true when the events are written, because nobody else may write to it meanwhile.
 */
export function readHeadAhead(ctx: Context, { id }: Pick<Subject, 'id'>): void {
  const { heads, newSubjects } = ctx.unitOfWork;
  if (heads.has(id) || newSubjects.has(id)) return;
  const reading = readHead(ctx, id);
  // A refusal before the flush leaves it unread.
  reading.catch(() => {});
  heads.set(id, reading);
}

async function readHead(ctx: Context, id: string): Promise<ChainHead> {
  const { rows } = await sql<ChainHead>`/* kept */
    select seq, hash
    from platform.event
    where city_id = ${ctx.cityId} and subject_id = ${id}
    order by seq desc
    limit 1`.execute(ctx.tx);
  return rows[0] ?? noEvents;
}
