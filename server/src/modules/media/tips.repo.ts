import type { TipBox, TipRefusal, TipSource, TipState } from '@minsheng/contract/words/media.ts';
import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

/** 线索, with the closed words of its columns said. */
export type Tip = Omit<Selectable<DB['media.tip']>, 'state' | 'source' | 'refusal'> & {
  readonly state: TipState;
  readonly source: TipSource;
  readonly refusal: TipRefusal | null;
};

const tips = (ctx: Context) =>
  tablesOf<'media'>(ctx.tx)
    .selectFrom('media.tip as t')
    .selectAll('t')
    .where('t.city_id', '=', ctx.cityId)
    .$castTo<Tip>();

export async function findTip(ctx: Context, id: string): Promise<Tip> {
  const tip = await tips(ctx).where('t.id', '=', id).executeTakeFirst();
  refuseUnless(tip, 'media.no-such-tip');
  return tip;
}

/** Of two who end one tip at once, the second is told; an alarm holds it too. */
export async function lockTip(ctx: Context, id: string): Promise<Tip> {
  const tip = await tips(ctx).where('t.id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(tip, 'media.no-such-tip');
  return tip;
}

export async function sameSource(
  ctx: Context,
  {
    sourceKind,
    sourceName,
    sourceRef,
  }: { sourceKind: TipSource; sourceName: string; sourceRef: string },
): Promise<Tip | null> {
  const found = await tips(ctx)
    .where('t.source', '=', sourceKind)
    .where('t.source_name', '=', sourceName)
    .where('t.source_ref', '=', sourceRef)
    .executeTakeFirst();
  return found ?? null;
}

const inBox = (ctx: Context, box: TipBox) => {
  if (box === 'all') return sql<SqlBool>`true`;
  if (box === 'late') return sql<SqlBool>`t.state = 'open' and t.due_at < ${ctx.now}`;
  return sql<SqlBool>`t.state = ${box}`;
};

/** The latest first; `before` is the id of the last one shown. */
export const tipsIn = (
  ctx: Context,
  { box, before, most }: { box: TipBox; before: string | null; most: number },
): Promise<Tip[]> => {
  let query = tips(ctx).where(inBox(ctx, box)).orderBy('t.id', 'desc').limit(most);
  if (before !== null) query = query.where('t.id', '<', before);
  return query.execute();
};

/** 没有去向、各去向的条数: of all tips there ever were; a media desk has some thousands a year. */
export async function countTips(ctx: Context): Promise<Record<TipBox, number>> {
  const { rows } = await sql<{ state: TipState; count: number; late: number }>`
    select state, count(*)::integer as count,
      (count(*) filter (where state = 'open' and due_at < ${ctx.now}))::integer as late
    from media.tip
    where city_id = ${ctx.cityId}
    group by state`.execute(ctx.tx);
  const of = (state: TipState) => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    open: of('open'),
    late: rows.reduce((sum, { late }) => sum + late, 0),
    order: of('order'),
    answer: of('answer'),
    refused: of('refused'),
    all: rows.reduce((sum, { count }) => sum + count, 0),
  };
}

export async function insertTip(
  ctx: Context,
  row: Omit<Insertable<DB['media.tip']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.tip')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

export async function changeTip(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['media.tip']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .updateTable('media.tip')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function keepConsent(
  ctx: Context,
  tipId: string,
  { mayContact, mayAppear, how }: { mayContact: boolean; mayAppear: boolean; how: string },
): Promise<void> {
  await sql`
    insert into media.consent (city_id, tip_id, no, may_contact, may_appear, how, by_id, at)
    select ${ctx.cityId}, ${tipId}::uuid, coalesce(max(no), 0) + 1, ${mayContact}, ${mayAppear}, ${how},
      ${ctx.actor.accountId}::uuid, ${ctx.now}
    from media.consent
    where city_id = ${ctx.cityId} and tip_id = ${tipId}::uuid`.execute(ctx.tx);
}

export async function keepLook(ctx: Context, tipId: string, purpose: string): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.look')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      tip_id: tipId,
      purpose,
      by_id: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
}
