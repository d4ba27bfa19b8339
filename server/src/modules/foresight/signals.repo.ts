import type {
  SignalKind,
  SignalSource,
  SignalState,
  WarningLevel,
} from '@minsheng/contract/words/foresight.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

type Row = Selectable<DB['foresight.signal']>;

/** 外部信息 as a row, with the closed words of its columns said. */
export interface Signal extends Omit<Row, 'kind' | 'level' | 'state' | 'given'> {
  readonly kind: SignalKind;
  readonly level: WarningLevel | null;
  readonly state: SignalState;
  readonly given: SignalSource;
}

const signals = (ctx: Context) =>
  tablesOf<'foresight'>(ctx.tx)
    .selectFrom('foresight.signal')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

/** False: it is known already. */
export async function insert(
  ctx: Context,
  row: Omit<Insertable<DB['foresight.signal']>, 'city_id'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf<'foresight'>(ctx.tx)
    .insertInto('foresight.signal')
    .values({ ...row, city_id: ctx.cityId })
    .onConflict((on) => on.columns(['city_id', 'about', 'source', 'from_at', 'areas']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Held: two people never decide about one warning. Refuses `foresight.no-such-signal`. */
export async function hold(ctx: Context, id: string): Promise<Signal> {
  const row = await signals(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(row, 'foresight.no-such-signal');
  return row as Signal;
}

export interface Wanted {
  readonly box: 'waiting' | 'running' | 'all';
  readonly before: string | null;
  readonly most: number;
}

/** The latest first. */
export async function latest(ctx: Context, { box, before, most }: Wanted): Promise<Signal[]> {
  let query = signals(ctx).orderBy('id', 'desc').limit(most);
  if (box === 'waiting') query = query.where('state', '=', 'proposed');
  if (box === 'running') query = query.where('until_at', '>', ctx.now);
  if (before !== null) query = query.where('id', '<', before);
  return (await query.execute()) as Signal[];
}

/** Those in force at any time of a span, the latest first: where a cap cuts, it cuts what lies farthest behind. */
export async function within(
  ctx: Context,
  { from, until, most }: { from: Date; until: Date; most: number },
): Promise<Signal[]> {
  const rows = await signals(ctx)
    .where('until_at', '>', from)
    .where('from_at', '<', until)
    .orderBy('until_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows as Signal[];
}

interface Decided {
  readonly state: 'confirmed' | 'declined';
  readonly reason: string;
  readonly modeId: string | null;
}

export async function markDecided(
  ctx: Context,
  id: string,
  { state, reason, modeId }: Decided,
): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .updateTable('foresight.signal')
    .set({
      ...{ state, reason, mode_id: modeId },
      ...{ decided_at: ctx.now, decided_by: ctx.actor.accountId },
    })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function moveDue(ctx: Context, id: string, dueAt: Date): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .updateTable('foresight.signal')
    .set({ due_at: dueAt })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

interface Key {
  readonly kind: { readonly code: string };
  readonly source: string;
  readonly fromAt: Date;
  readonly areas: readonly string[];
}

/** Which of these were entered before, by what makes two of them one. */
export async function knownAmong(ctx: Context, keys: readonly Key[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await signals(ctx)
    .where('source', 'in', [...new Set(keys.map(({ source }) => source))])
    .where('about', 'in', [...new Set(keys.map(({ kind }) => kind.code))])
    .where('from_at', 'in', [...new Set(keys.map(({ fromAt }) => fromAt))])
    .execute();
  return new Set(
    rows.map(({ about, source, from_at, areas }) =>
      [about, source, from_at.toISOString(), areas.join()].join(' '),
    ),
  );
}

export async function signalsByIds(ctx: Context, ids: readonly string[]): Promise<Signal[]> {
  if (ids.length === 0) return [];
  const rows = await signals(ctx)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows as Signal[];
}
