import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import * as dispatch from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { type Counted, count } from './counts.repo.ts';
import { keepVerdict, lock, type Proposal } from './proposals.repo.ts';
import { judge } from './trust.repo.ts';
import { type Course, type Verdict, verdictOf } from './verdict.ts';

/**
 * 评判首派: reads the order as it stands, whatever it was woken by and however often; what turns out otherwise later is
 * put right in its place. `isLast`: nothing more is waited for, so what cannot be told counts for nothing.
 */
export async function judgeOrder(
  ctx: Context,
  orderId: string,
  { isLast }: { isLast: boolean },
): Promise<void> {
  const proposal = await lock(ctx, orderId);
  const order = proposal && (await orders.find(ctx, orderId));
  if (!proposal || !order) return;
  const told = verdictOf(await courseOf(ctx, order, proposal));
  const verdict = told ?? (isLast ? { verdict: 'none' as const, finalLead: null } : null);
  if (verdict === null || isSame(verdict, proposal)) return;
  const { finalLead } = verdict;
  const isRight = verdict.verdict !== 'none' && finalLead !== null && proposal.lead === finalLead;
  const counts = verdict.verdict !== 'none' || proposal.slot !== null;
  const slot = counts ? await place(ctx, proposal, { verdict, isRight }) : null;
  await keepVerdict(ctx, orderId, { ...verdict, isRight, slot });
  count(ctx, [
    ...moved(proposal, verdictBefore(proposal), -1),
    ...moved(proposal, { ...verdict, isRight }, 1),
  ]);
  announce(ctx, 'auto-dispatch');
}

const isSame = (verdict: Verdict, { verdict: before, final_lead }: Proposal): boolean =>
  verdict.verdict === before && verdict.finalLead === final_lead;

async function courseOf(ctx: Context, order: orders.Order, proposal: Proposal): Promise<Course> {
  const duties = await dispatch.ofOrder(ctx, order.id);
  const leads = duties
    .filter(({ role }) => role === 'lead')
    .map(({ unit_code, sent_by, sent_at }) => ({
      unit: unit_code,
      sentBy: sent_by,
      sentAt: sent_at,
    }));
  return {
    leads,
    status: order.status,
    isClosed: order.close_kind !== null,
    isTakenBack: order.status === 'to-dispatch',
    wasAutomatic: proposal.sent_at !== null,
    now: ctx.now,
  };
}

const place = (
  ctx: Context,
  proposal: Proposal,
  { verdict, isRight }: { verdict: Verdict; isRight: boolean },
): Promise<number | null> =>
  judge(
    ctx,
    {
      orderId: proposal.order_id,
      matterCode: proposal.matter_code,
      firstRight: verdict.verdict === 'right',
      isSure: proposal.is_sure,
      isRight,
    },
    proposal.slot,
  );

interface Ended {
  readonly verdict: Verdict['verdict'] | null;
  readonly isRight: boolean | null;
}

const verdictBefore = ({ verdict, is_right }: Proposal): Ended => ({
  verdict,
  isRight: is_right,
});

/** The numbers of the page an ended order stands in, on the day it came to the dispatch desk. */
function moved(proposal: Proposal, { verdict, isRight }: Ended, by: number): Counted[] {
  if (verdict === null || verdict === 'none') return [];
  const { on_day: onDay, matter_code: matterCode, is_sure, sent_at } = proposal;
  const one = (what: string): Counted => ({ onDay, matterCode, what, by });
  return [
    ...(is_sure ? [one(isRight ? 'sure-right' : 'sure-wrong')] : []),
    ...(sent_at === null ? [] : [one(verdict === 'right' ? 'sent-right' : 'sent-wrong')]),
  ];
}
