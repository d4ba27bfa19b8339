import type { disputes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { lastRound, namesProperUnit } from '@minsheng/contract/words/disputes.ts';
import { orderStatusLabel } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import {
  type Assignment,
  advanceAssignment,
  changeLead,
  ofOrder,
  revokeAll,
  unsent,
} from '../dispatch/index.ts';
import { whoWasHeard } from '../meetings/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { keepRuling } from './keep-ruling.ts';
import { mayRule, mustHear } from './policy.ts';
import { repeatedReturn } from './repeated-return.ts';
import { type Return, returnsOf } from './returns.repo.ts';

type Rule = InputOf<typeof contract.ruleOnReturn>;

/** How many units an order goes to before it is listed for the government above (domain 2.6.5). */
const unitsUntilRaised = 3;

interface Case {
  order: orders.Order;
  open: Return;
  duty: Assignment;
  duties: readonly Assignment[];
}

/**
 * T13 退单裁定. Rejected: the unit works on, and the time is its own. Upheld: another unit leads in the same instant, or
 * the order is back on the dispatch desk. The third round fixes the lead. Every ruling becomes a precedent.
 */
export async function ruleOnReturn(
  ctx: Context,
  input: Rule,
): Promise<ReplyOf<typeof contract.ruleOnReturn>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const returns = await returnsOf(ctx, order.id);
  const open = returns.find(({ state }) => state === 'asked');
  demand(mayRule(ctx.actor, order, open, returns));
  const duties = await ofOrder(ctx, order.id);
  const duty = duties.find(({ id }) => id === open?.assignment_id);
  // An order in dispute has a request and its duty; whoever took them away moved the order too.
  refuseUnless(open && duty, 'orders.stale', { status: orderStatusLabel[order.status] });
  const disputed = { order, open, duty, duties };
  const heard = await heardBefore(ctx, input, disputed);
  await checkRuling(ctx, { input, heard }, disputed);

  const repeatsNo = input.upheld ? null : repeatedReturn(open, returns);
  const ruling = await keepRuling(ctx, order, open, { input, heard, repeatsNo });
  const data = {
    round: open.round,
    upheld: input.upheld,
    text: ruling.no,
    digest: ruling.digest,
    precedent: ruling.precedentId,
  };
  const isLast = open.round >= lastRound;
  if (!input.upheld) {
    await advanceAssignment(ctx, duty, 'reject-return', { data: { text: ruling.no } });
    await orders.advance(ctx, order, 'end-dispute', {
      set: isLast ? { lead_fixed: true } : {},
      data: { ...data, lead: duty.unit_code },
    });
    return { dueAt: duty.due_at?.toISOString() ?? null };
  }
  if (input.lead === undefined) return backToDesk(ctx, disputed, { text: ruling.no, data });
  const lead = await changeLead(ctx, order, {
    lead: input.lead,
    assists: input.assists,
    whyNo: ruling.no,
    returned: duty,
  });
  await orders.advance(ctx, order, 'end-dispute', {
    set: isLast ? { lead_fixed: true } : {},
    data: { ...data, lead: input.lead, before: duty.unit_code },
  });
  await raiseProblem(ctx, disputed, input.lead);
  return { dueAt: lead?.due_at?.toISOString() ?? null };
}

/** Nobody who returned it knows a better unit: the centre has it again. */
async function backToDesk(
  ctx: Context,
  { order, duty, duties }: Case,
  { text, data }: { text: number; data: NonNullable<orders.Advance['data']> },
): Promise<{ dueAt: null }> {
  await advanceAssignment(ctx, duty, 'uphold-return', {
    set: { revoked_at: ctx.now },
    data: { text },
  });
  await revokeAll(
    ctx,
    duties.filter(({ id }) => id !== duty.id),
    { text },
  );
  await orders.advance(ctx, order, 'recall', { set: unsent, data });
  return { dueAt: null };
}

/** 听取意见: in round three who came to the meeting (会商), and whoever was heard besides. */
async function heardBefore(
  ctx: Context,
  { meetingId, heard }: Rule,
  { order, open }: Case,
): Promise<readonly string[]> {
  if (meetingId === undefined) {
    // Named readers alone know of such an order: no meeting is held about it (domain 2.11).
    refuseUnless(open.round < lastRound || order.secrecy >= 3, 'disputes.meeting-needed');
    return heard;
  }
  const came = await whoWasHeard(ctx, {
    meetingId,
    subjectId: order.id,
    since: open.asked_at,
  });
  refuseUnless(came, 'disputes.meeting-not-held');
  return [...new Set([...came, ...heard])];
}

async function checkRuling(
  ctx: Context,
  { input, heard }: { input: Rule; heard: readonly string[] },
  { open, duty, duties }: Case,
): Promise<void> {
  const led = duties.filter(({ role }) => role === 'lead').map(({ unit_code }) => unit_code);
  if (input.upheld) {
    refuseUnless(input.lead !== undefined || !namesProperUnit(open.reason), 'disputes.lead-needed');
    const { name } = await organisation.unit(ctx, duty.unit_code);
    refuseUnless(input.lead !== duty.unit_code, 'disputes.same-lead', { unit: name });
  }
  const named = input.upheld ? input.lead : (open.proper_unit ?? undefined);
  const unheard = mustHear(open, led, named).filter((code) => !heard.includes(code));
  const names = await organisation.unitNames(ctx, unheard);
  refuseUnless(unheard.length === 0, 'disputes.hear-both', {
    units: unheard.map((code) => names.get(code) ?? code).join('、'),
  });
}

/** 问题工单, 提级督办: sent to three units, and none of them keeps it. */
async function raiseProblem(ctx: Context, { order, duties }: Case, lead: string): Promise<void> {
  const led = duties.filter(({ role }) => role === 'lead').map(({ unit_code }) => unit_code);
  const units = new Set([...led, lead]).size;
  if (order.raised_at !== null || units < unitsUntilRaised) return;
  await orders.change(ctx, order.id, { raised_at: ctx.now });
  tell(ctx, { kind: 'order', id: order.id }, 'disputes.raised', { units });
}
