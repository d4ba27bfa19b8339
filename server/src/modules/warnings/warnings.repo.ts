import type { Dismissal, WarningState } from '@minsheng/contract/words/warnings.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface WarningRow {
  readonly id: string;
  readonly raised_at: Date;
  readonly last_at: Date;
  readonly told_at: Date | null;
  readonly lead_key: string;
  readonly keys: string[];
  readonly from_at: Date;
  readonly to_at: Date;
  readonly since_at: Date;
  readonly seen: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly strength: number;
  readonly words: string[];
  readonly state: WarningState;
  readonly settled_by: string | null;
  readonly settled_at: Date | null;
  readonly dismissed_as: Dismissal | null;
  readonly note: string | null;
}

const columns = [
  'id',
  'raised_at',
  'last_at',
  'told_at',
  'lead_key',
  'keys',
  'from_at',
  'to_at',
  'since_at',
  'seen',
  'expected',
  'low',
  'high',
  'strength',
  'words',
  'state',
  'settled_by',
  'settled_at',
  'dismissed_as',
  'note',
] as const;

const rows = (ctx: Context) =>
  tablesOf<'warnings'>(ctx.tx)
    .selectFrom('warnings.warning')
    .select(columns)
    .where('city_id', '=', ctx.cityId);

/** Told ones, those nobody has looked at first. */
export async function told(
  ctx: Context,
  state: WarningState | undefined,
  most: number,
): Promise<WarningRow[]> {
  let query = rows(ctx).where('told_at', 'is not', null);
  if (state) query = query.where('state', '=', state);
  const found = await query
    .orderBy(sql`(state = 'new')`, 'desc')
    .orderBy('told_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return found as WarningRow[];
}

export async function waiting(ctx: Context): Promise<number> {
  const row = await tablesOf<'warnings'>(ctx.tx)
    .selectFrom('warnings.warning')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('city_id', '=', ctx.cityId)
    .where('told_at', 'is not', null)
    .where('state', '=', 'new')
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function find(ctx: Context, id: string): Promise<WarningRow | null> {
  const row = await rows(ctx)
    .where('id', '=', id)
    .where('told_at', 'is not', null)
    .executeTakeFirst();
  return (row as WarningRow | undefined) ?? null;
}

/** Held-back ones too. */
export async function lockAny(ctx: Context, id: string): Promise<WarningRow | null> {
  const row = await rows(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return (row as WarningRow | undefined) ?? null;
}

export async function goOn(ctx: Context, id: string, lastAt: Date): Promise<void> {
  await tablesOf<'warnings'>(ctx.tx)
    .updateTable('warnings.warning')
    .set({ last_at: lastAt })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function lock(ctx: Context, id: string): Promise<WarningRow | null> {
  const row = await rows(ctx)
    .where('id', '=', id)
    .where('told_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return (row as WarningRow | undefined) ?? null;
}

export async function stirringSince(ctx: Context, since: Date): Promise<WarningRow[]> {
  const found = await rows(ctx).where('last_at', '>=', since).orderBy('id').execute();
  return found as WarningRow[];
}

export type NewWarning = Omit<
  WarningRow,
  'state' | 'settled_by' | 'settled_at' | 'dismissed_as' | 'note'
>;

/** Once it is looked at, its numbers stay as they were looked at; only how long it goes on moves. */
export async function save(ctx: Context, warning: NewWarning): Promise<void> {
  const { id, raised_at, ...moving } = warning;
  await tablesOf<'warnings'>(ctx.tx)
    .insertInto('warnings.warning')
    .values({ city_id: ctx.cityId, id, raised_at, ...moving })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doUpdateSet(moving))
    .execute();
}

export async function settle(
  ctx: Context,
  id: string,
  as: {
    state: WarningState;
    settled_by: string | null;
    settled_at: Date;
    dismissed_as: Dismissal | null;
    note: string | null;
  },
): Promise<void> {
  await tablesOf<'warnings'>(ctx.tx)
    .updateTable('warnings.warning')
    .set(as)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function replaceAppeals(
  ctx: Context,
  warningId: string,
  { lead, around }: { lead: ReadonlySet<string>; around: ReadonlySet<string> },
): Promise<void> {
  const ids = [...new Set([...lead, ...around])];
  await tablesOf<'warnings'>(ctx.tx)
    .deleteFrom('warnings.appeal')
    .where('city_id', '=', ctx.cityId)
    .where('warning_id', '=', warningId)
    .execute();
  await sql`
    insert into warnings.appeal (city_id, warning_id, order_id, is_lead)
    select ${ctx.cityId}, ${warningId}::uuid, order_id, is_lead
    from unnest(${ids}::uuid[], ${ids.map((id) => lead.has(id))}::boolean[]) as a (order_id, is_lead)`.execute(
    ctx.tx,
  );
}

export async function appealsOf(
  ctx: Context,
  warningIds: readonly string[],
): Promise<{ warning_id: string; order_id: string; is_lead: boolean }[]> {
  if (warningIds.length === 0) return [];
  return tablesOf<'warnings'>(ctx.tx)
    .selectFrom('warnings.appeal')
    .select(['warning_id', 'order_id', 'is_lead'])
    .where('city_id', '=', ctx.cityId)
    .where('warning_id', 'in', [...warningIds])
    .orderBy('order_id')
    .execute();
}
