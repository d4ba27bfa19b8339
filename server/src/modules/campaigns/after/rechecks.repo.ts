import type { RecheckDays, RecheckOutcome } from '@minsheng/contract/words/campaigns.ts';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { tablesOf } from '../../../platform/db.ts';
import type { DB } from '../../../platform/db.types.gen.ts';

interface Words {
  readonly after_days: RecheckDays;
  readonly outcome: RecheckOutcome | null;
}
export type Recheck = Omit<Selectable<DB['campaigns.recheck']>, keyof Words> & Words;

interface Planned {
  readonly campaignId: string;
  readonly closing: number;
  readonly closedOn: string;
  readonly afterDays: RecheckDays;
  readonly dueOn: string;
}

export async function planRecheck(ctx: Context, planned: Planned): Promise<void> {
  const { campaignId, closing, closedOn, afterDays, dueOn } = planned;
  await tablesOf<'campaigns'>(ctx.tx)
    .insertInto('campaigns.recheck')
    .values({
      city_id: ctx.cityId,
      campaign_id: campaignId,
      closing,
      after_days: afterDays,
      closed_on: closedOn,
      due_on: dueOn,
    })
    .execute();
}

export const rechecksOf = (ctx: Context, campaignId: string): Promise<Recheck[]> =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.recheck')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('campaign_id', '=', campaignId)
    .orderBy('closing')
    .orderBy('after_days')
    .$castTo<Recheck>()
    .execute();

interface Made {
  readonly outcome: RecheckOutcome;
  readonly words: string;
  readonly cameBack: readonly CameBack[];
}

/** 复查结果, with the very appeals it counted: its numbers open to them for ever. */
export async function keepRecheck(
  ctx: Context,
  { campaign_id, closing, after_days }: Recheck,
  { outcome, words, cameBack }: Made,
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .updateTable('campaigns.recheck')
    .set({
      outcome,
      words,
      problems: cameBack.length,
      // What tells of the real thing of two problems is one appeal.
      appeals: new Set(cameBack.flatMap(({ orderIds }) => orderIds)).size,
      made_by: ctx.actor.accountId,
      made_at: ctx.now,
    })
    .where('city_id', '=', ctx.cityId)
    .where('campaign_id', '=', campaign_id)
    .where('closing', '=', closing)
    .where('after_days', '=', after_days)
    .execute();
  const rows = cameBack.flatMap(({ entryId, orderIds }) =>
    orderIds.map((orderId) => ({ entryId, orderId })),
  );
  await sql`
    insert into campaigns.came_back (city_id, campaign_id, closing, after_days, entry_id, order_id)
    select ${ctx.cityId}, ${campaign_id}, ${closing}, ${after_days}, n.entry_id, n.order_id
    from unnest(
      ${rows.map(({ entryId }) => entryId)}::uuid[],
      ${rows.map(({ orderId }) => orderId)}::uuid[]
    ) as n (entry_id, order_id)`.execute(ctx.tx);
}

export interface CameBack {
  readonly entryId: string;
  readonly no: number;
  readonly name: string;
  readonly since: Date;
  /** The newest first. */
  readonly orderIds: readonly string[];
}

interface Asked {
  readonly campaignId: string;
  /** Told of until then. */
  readonly until: Date;
}

/**
 * 回潮: rectified problems, and the appeals about the same real things (issues) that came after they were rectified. What
 * was told by then and had not been joined to its issue by a person is not among them, nor what takes no part in a
 * campaign: secret and withdrawn ones, and those nobody asked for.
 */
export async function cameBackOf(ctx: Context, { campaignId, until }: Asked): Promise<CameBack[]> {
  const { rows } = await sql<CameBack>`
    select e.id as "entryId", e.no, e.name, s.from_at as since,
      array_agg(distinct again.id order by again.id desc) as "orderIds"
    from campaigns.stage as s
    join campaigns.entry as e on e.city_id = s.city_id and e.id = s.entry_id
    join campaigns.link as k on k.city_id = s.city_id and k.entry_id = s.entry_id and k.to_at is null
    join orders.order as told on told.city_id = k.city_id and told.id = k.order_id
    join orders.order as again on again.city_id = told.city_id and again.issue_id = told.issue_id
      and again.accepted_at > s.from_at and again.accepted_at <= ${until}
      and again.secrecy = 0 and again.status <> 'withdrawn' and again.channel <> 'proactive'
      -- An id tells its instant: months before are not looked into.
      and again.id >= platform.first_id(s.from_at)
    where s.city_id = ${ctx.cityId} and s.campaign_id = ${campaignId}
      and s.state = 'rectified' and s.to_at is null
    group by e.id, e.no, e.name, s.from_at
    order by e.no`.execute(ctx.tx);
  return rows;
}

export async function rectifiedIn(ctx: Context, campaignId: string): Promise<number> {
  const { many } = await tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.stage')
    .select((at) => at.fn.countAll<number>().as('many'))
    .where('city_id', '=', ctx.cityId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'rectified')
    .where('to_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(many);
}
