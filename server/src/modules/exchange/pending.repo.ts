import type { MessageDirection, MessageKind } from '@minsheng/contract/words/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 在途: a message that is not finished. */
export interface Pending {
  readonly id: string;
  readonly peer: string;
  readonly direction: string;
  readonly line: string;
  readonly seq: number;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly first_at: Date;
  readonly next_at: Date;
  readonly error_code: string | null;
  readonly error_detail: string | null;
  readonly claimed_until: Date | null;
  /** 重新入库: by a person, after it was a dead letter. */
  readonly replayed_at: Date | null;
}

const columns = [
  'id',
  'peer',
  'direction',
  'line',
  'seq',
  'kind',
  'state',
  'attempts',
  'first_at',
  'next_at',
  'error_code',
  'error_detail',
  'claimed_until',
  'replayed_at',
] as const;

const pending = (ctx: Context) =>
  tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.pending')
    .select(columns)
    .where('city_id', '=', ctx.cityId);

export interface Line {
  readonly peer: string;
  readonly direction: MessageDirection;
  /** Incoming: the peer's number. Outgoing: the case. */
  readonly line: string;
}

export async function insertPending(
  ctx: Context,
  of: Line & { id: string; seq: number; kind: MessageKind; state: 'waiting' | 'held' },
): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.pending')
    .values({
      ...of,
      city_id: ctx.cityId,
      attempts: 0,
      first_at: ctx.now,
      next_at: ctx.now,
      error_code: null,
      error_detail: null,
      dead_at: null,
      claimed_until: null,
      replayed_at: null,
    })
    .execute();
}

/** Held: it is decided upon by one at a time. */
export async function lockPending(ctx: Context, id: string): Promise<Pending | null> {
  return (await pending(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function pendingOf(ctx: Context, id: string): Promise<Pending | null> {
  return (await pending(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Numbers of a line that wait between two others. */
export async function waitingSeqs(
  ctx: Context,
  { peer, direction, line }: Line,
  upTo: number,
): Promise<number[]> {
  const rows = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.pending')
    .select('seq')
    .where('city_id', '=', ctx.cityId)
    .where('peer', '=', peer)
    .where('direction', '=', direction)
    .where('line', '=', line)
    .where('seq', '<=', upTo)
    .execute();
  return rows.map(({ seq }) => seq);
}

/** Stands something in its line that a person has to decide about first? */
export async function hasDead(ctx: Context, { peer, line, seq }: Pending): Promise<boolean> {
  const found = await pending(ctx)
    .where('peer', '=', peer)
    .where('direction', '=', 'in')
    .where('line', '=', line)
    .where('seq', '<', seq)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return found !== undefined;
}

/** The one of a line that has this number. */
export async function pendingAt(
  ctx: Context,
  { peer, direction, line }: Line,
  seq: number,
): Promise<Pending | null> {
  const found = await pending(ctx)
    .where('peer', '=', peer)
    .where('direction', '=', direction)
    .where('line', '=', line)
    .where('seq', '=', seq)
    .forUpdate()
    .executeTakeFirst();
  return found ?? null;
}

export async function changePending(
  ctx: Context,
  id: string,
  change: {
    state?: 'waiting' | 'held' | 'dead';
    attempts?: number;
    next_at?: Date;
    error_code?: string | null;
    error_detail?: string | null;
    dead_at?: Date | null;
    claimed_until?: Date | null;
    replayed_at?: Date | null;
  },
): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.pending')
    .set(change)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function dropPending(ctx: Context, id: string): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .deleteFrom('exchange.pending')
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** How far each of these has come; one that is not pending any more is not among them. */
export async function statesOf(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.pending')
    .select(['id', 'state'])
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, state }) => [id, state]));
}
