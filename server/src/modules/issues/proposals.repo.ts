import type { SameReason, WhyNotSame } from '@minsheng/contract/words/same-thing.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb } from '../../platform/db.ts';
import type { Likenesses } from './likenesses.ts';

export interface NewProposal {
  readonly orderId: string;
  readonly issueId: string;
  readonly likeOrder: string;
  readonly score: number;
  readonly reasons: readonly SameReason[];
  readonly likenesses: Likenesses;
}

/** Which rule spoke: what was judged by one is not mixed with another's. */
const ruleName = 'pair-1';

/** Proposes, or says anew; what a person has settled stays settled. */
export async function propose(ctx: Context, made: NewProposal): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into issues.proposal
      (city_id, order_id, issue_id, like_order, score, reasons, likenesses, rule, proposed_at, state)
    values (${ctx.cityId}, ${made.orderId}, ${made.issueId}, ${made.likeOrder}, ${made.score},
      ${[...made.reasons]}::text[], ${jsonb({ ...made.likenesses })}::jsonb, ${ruleName}, ${ctx.now}, 'proposed')
    on conflict (city_id, order_id, issue_id) do update
    set like_order = excluded.like_order, score = excluded.score, reasons = excluded.reasons,
      likenesses = excluded.likenesses, rule = excluded.rule, state = 'proposed'
    where proposal.state in ('proposed', 'stale')`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

/** 失效: of an order all open proposals but those to the issues named. */
export async function letGo(ctx: Context, orderId: string, kept: readonly string[]): Promise<void> {
  await sql`
    update issues.proposal set state = 'stale'
    where city_id = ${ctx.cityId} and order_id = ${orderId} and state = 'proposed'
      and issue_id <> all (${[...kept]}::uuid[])`.execute(ctx.tx);
}

export interface Settled {
  readonly orderId: string;
  readonly issueId: string;
}

/** 确认: kept as what a person judged, whether it was proposed or not. */
export async function settleSame(ctx: Context, { orderId, issueId }: Settled): Promise<void> {
  await sql`
    insert into issues.proposal
      (city_id, order_id, issue_id, like_order, score, reasons, proposed_at, state, settled_by, settled_at)
    values (${ctx.cityId}, ${orderId}, ${issueId}, ${orderId}, 0, '{}', ${ctx.now}, 'confirmed',
      ${ctx.actor.accountId}, ${ctx.now})
    on conflict (city_id, order_id, issue_id) do update
    set state = 'confirmed', why = null, settled_by = excluded.settled_by, settled_at = excluded.settled_at`.execute(
    ctx.tx,
  );
}

/** 否决: not proposed again. */
export async function settleOther(
  ctx: Context,
  { orderId, issueId }: Settled,
  why: WhyNotSame,
): Promise<void> {
  await sql`
    insert into issues.proposal
      (city_id, order_id, issue_id, like_order, score, reasons, proposed_at, state, settled_by, settled_at, why)
    values (${ctx.cityId}, ${orderId}, ${issueId}, ${orderId}, 0, '{}', ${ctx.now}, 'rejected',
      ${ctx.actor.accountId}, ${ctx.now}, ${why})
    on conflict (city_id, order_id, issue_id) do update
    set state = 'rejected', why = excluded.why, settled_by = excluded.settled_by,
      settled_at = excluded.settled_at`.execute(ctx.tx);
}

/** 撤销决定: what the machine had proposed is open again; what it had not is gone. */
export async function unsettle(ctx: Context, { orderId, issueId }: Settled): Promise<void> {
  await sql`
    update issues.proposal
    set state = case when rule is null then 'stale' else 'proposed' end,
      why = null, settled_by = null, settled_at = null
    where city_id = ${ctx.cityId} and order_id = ${orderId} and issue_id = ${issueId}
      and state in ('confirmed', 'rejected')`.execute(ctx.tx);
}

export interface Proposal {
  orderId: string;
  issueId: string;
  likeOrder: string;
  reasons: SameReason[];
  state: 'proposed' | 'confirmed' | 'rejected' | 'stale';
  why: WhyNotSame | null;
}

const columns = sql`order_id as "orderId", issue_id as "issueId", like_order as "likeOrder", reasons, state, why`;

export async function find(ctx: Context, asked: Settled): Promise<Proposal | null> {
  const { rows } = await sql<Proposal>`
    select ${columns} from issues.proposal
    where city_id = ${ctx.cityId} and order_id = ${asked.orderId} and issue_id = ${asked.issueId}`.execute(
    ctx.tx,
  );
  return rows[0] ?? null;
}

/** What the machine proposed for an order and nobody has said yes to, the likest first. */
export async function ofOrder(ctx: Context, orderId: string): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select ${columns} from issues.proposal
    where city_id = ${ctx.cityId} and order_id = ${orderId}
      and state in ('proposed', 'rejected') and rule is not null
    order by state, score desc
    limit 20`.execute(ctx.tx);
  return rows;
}

/** Whom it is proposed to join an issue. `from`: orders of before it are too long ago. */
export async function toIssues(
  ctx: Context,
  issueIds: readonly string[],
  { from, most }: { from: Date; most: number },
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select ${columns} from issues.proposal
    where city_id = ${ctx.cityId} and issue_id = any (${[...issueIds]}::uuid[])
      and state in ('proposed', 'rejected') and rule is not null
      and order_id >= platform.first_id(${from})
    order by state, score desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}

/** Of these orders, which have an open proposal. */
export async function proposing(ctx: Context, orderIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct order_id as id from issues.proposal
    where city_id = ${ctx.cityId} and order_id = any (${[...orderIds]}::uuid[])
      and state = 'proposed'`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}
