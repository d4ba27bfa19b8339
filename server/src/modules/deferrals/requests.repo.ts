import type {
  DeferralKind,
  DeferralReason,
  DeferralState,
} from '@minsheng/contract/words/deferrals.ts';
import { type Selectable, sql, type Updateable } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';
import type { Assignment } from '../dispatch/index.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({
  table: 'deferrals.request',
  words: ['public_words'],
  lists: ['milestones'],
  areForAll: true,
});

/** 节点 of a plan. */
export const milestones = z.array(
  z.object({ what: z.string(), dueOn: z.string(), doneAt: z.string().nullable().default(null) }),
);
export type Milestones = z.output<typeof milestones>;

/** 延期、挂起、挂账申请, with the closed words of its columns said. */
export interface Deferral
  extends Omit<Selectable<DB['deferrals.request']>, 'kind' | 'reason' | 'state'> {
  kind: DeferralKind;
  reason: DeferralReason;
  state: DeferralState;
}

export interface NewDeferral {
  kind: DeferralKind;
  reason: DeferralReason;
  planNo: number;
  amount: number | null;
  publicWords: string | null;
  milestones: Milestones | null;
  decidedAs: 'centre' | 'director' | 'unit';
}

/** Numbered within its order. The caller holds the order. */
export async function insert(
  ctx: Context,
  duty: Assignment,
  asked: NewDeferral,
): Promise<Deferral> {
  const made = await tablesOf<'deferrals'>(ctx.tx)
    .insertInto('deferrals.request')
    .values((eb) => ({
      city_id: ctx.cityId,
      order_id: duty.order_id,
      no: eb
        .selectFrom('deferrals.request')
        .select(sql<number>`count(*) + 1`.as('no'))
        .where('city_id', '=', ctx.cityId)
        .where('order_id', '=', duty.order_id),
      kind: asked.kind,
      assignment_id: duty.id,
      unit_code: duty.unit_code,
      unit_path: duty.unit_path,
      reason: asked.reason,
      plan_no: asked.planNo,
      amount: asked.amount,
      public_words: asked.publicWords,
      milestones: asked.milestones === null ? null : JSON.stringify(asked.milestones),
      decided_as: asked.decidedAs,
      state: 'asked',
      asked_by: ctx.actor.accountId,
      asked_at: ctx.now,
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return made as Deferral;
}

/** All of an order, oldest first. */
export async function deferralsOf(ctx: Context, orderId: string): Promise<Deferral[]> {
  const rows = await tablesOf<'deferrals'>(ctx.tx)
    .selectFrom('deferrals.request')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
  return rows as Deferral[];
}

/** 待审批, the oldest first; of orders this person may see the caller keeps only those. */
export async function openDeferrals(ctx: Context, after: Place | null): Promise<Deferral[]> {
  let query = tablesOf<'deferrals'>(ctx.tx)
    .selectFrom('deferrals.request')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', 'asked')
    .orderBy('asked_at')
    .orderBy('order_id')
    .limit(pageRows + 1);
  if (after)
    query = query.where(
      sql<boolean>`(asked_at, order_id) > (${instantOf(after)}::timestamptz, ${after.id}::uuid)`,
    );
  return (await query.execute()) as Deferral[];
}

export async function change(
  ctx: Context,
  one: Pick<Deferral, 'order_id' | 'no'>,
  set: Omit<Updateable<DB['deferrals.request']>, 'city_id' | 'order_id' | 'no'>,
): Promise<void> {
  await tablesOf<'deferrals'>(ctx.tx)
    .updateTable('deferrals.request')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', one.order_id)
    .where('no', '=', one.no)
    .execute();
}

/** 审批: who decided, when, and in what words. */
export async function decided(
  ctx: Context,
  one: Deferral,
  state: 'granted' | 'refused',
  wordsNo: number | null,
): Promise<void> {
  await change(ctx, one, {
    state,
    words_no: wordsNo,
    decided_by: ctx.actor.accountId,
    decided_at: ctx.now,
  });
}
