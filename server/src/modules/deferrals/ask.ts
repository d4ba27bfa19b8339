import type { deferrals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Assignment, dutyLimits, holdDuty } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { personalWordsIn } from '../redaction/index.ts';
import { decisionLater, noMoreDecision } from './decision-wait.ts';
import { grantExtension } from './extend.ts';
import { extendable } from './extension-limits.ts';
import { lapseLeft } from './lapse.ts';
import { mayAskExtension, mayAskParking, mayAskSuspension, mayWithdraw } from './policy.ts';
import {
  change,
  type Deferral,
  decided,
  deferralsOf,
  insert,
  type NewDeferral,
} from './requests.repo.ts';

/** T15 延期申请, before the limit is over, as often as the class allows. By law a unit may grant its own (时限类别 ST). */
export async function askExtension(
  ctx: Context,
  input: InputOf<typeof contract.askExtension>,
): Promise<ReplyOf<typeof contract.askExtension>> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayAskExtension(ctx.actor, order, duty));
  await refuseLate(ctx, duty);
  const allowed = await extendable(ctx, duty, await deferralsOf(ctx, order.id));
  refuseUnless(allowed, 'deferrals.no-extension');
  // A limit that counts differently from its extension cannot be made longer by it.
  refuseUnless(
    dutyLimits.parse(duty.limits).handle?.kind === allowed.kind,
    'deferrals.no-extension',
  );
  refuseUnless(allowed.timesLeft > 0, 'deferrals.extended-enough', { times: allowed.maxTimes });
  refuseUnless(input.amount <= allowed.most, 'deferrals.too-long', {
    most: `${allowed.most}${allowed.unit}`,
  });
  const asked = await file(ctx, order, duty, {
    kind: 'extension',
    reason: input.reason,
    plan: input.plan,
    amount: input.amount,
    publicWords: null,
    milestones: null,
    decidedAs: allowed.by,
  });
  if (allowed.by !== 'unit') return { state: 'asked' };
  await decided(ctx, asked, 'granted', null);
  await grantExtension(ctx, order, asked);
  return { state: 'granted' };
}

async function refuseLate(ctx: Context, duty: Assignment): Promise<void> {
  if (duty.due_at === null || ctx.now <= duty.due_at) return;
  const { on, time } = organisation.cityHour(duty.due_at, ctx.city.zone);
  refuseUnless(false, 'deferrals.too-late', { dueAt: `${on} ${time}` });
}

const mostSuspensions = 2;

/** 挂起申请: only while a requester, a court or a test is waited for. */
export async function askSuspension(
  ctx: Context,
  input: InputOf<typeof contract.askSuspension>,
): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayAskSuspension(ctx.actor, order, duty));
  const earlier = (await deferralsOf(ctx, order.id)).filter(
    ({ kind, state }) => kind === 'suspension' && state === 'granted',
  );
  refuseUnless(earlier.length < mostSuspensions, 'deferrals.suspended-enough');
  await file(ctx, order, duty, {
    kind: 'suspension',
    reason: input.reason,
    plan: input.plan,
    amount: null,
    publicWords: null,
    milestones: null,
    decidedAs: 'centre',
  });
  return { done: true };
}

/** T21 挂账申请, by the unit's leader: plan, dated milestones, and the words the ledger shows. */
export async function askParking(
  ctx: Context,
  input: InputOf<typeof contract.askParking>,
): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayAskParking(ctx.actor, order, duty));
  const { on } = organisation.cityHour(ctx.now, ctx.city.zone);
  const past = input.milestones.find(({ dueOn }) => dueOn <= on);
  refuseUnless(!past, 'deferrals.milestone-past', { what: past?.what ?? '' });
  const shown = [input.publicWords, ...input.milestones.map(({ what }) => what)];
  const found = await personalWordsIn(ctx, order.id, shown);
  refuseUnless(found.length === 0, 'deferrals.names-person', { found: found.join('、') });
  await file(ctx, order, duty, {
    kind: 'parking',
    reason: input.reason,
    plan: input.plan,
    amount: null,
    publicWords: input.publicWords,
    milestones: input.milestones.map((one) => ({ ...one, doneAt: null })),
    decidedAs: 'director',
  });
  return { done: true };
}

type Asking = Omit<NewDeferral, 'planNo'> & { plan: string };

/** One request at a time; what the order has left behind is out of the way. */
async function file(
  ctx: Context,
  order: orders.Order,
  duty: Assignment,
  { plan, ...asking }: Asking,
): Promise<Deferral> {
  await lapseLeft(ctx, order);
  const open = (await deferralsOf(ctx, order.id)).some(({ state }) => state === 'asked');
  refuseUnless(!open, 'deferrals.open');
  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: plan });
  const asked = await insert(ctx, duty, { ...asking, planNo: words.no });
  if (asking.decidedAs !== 'unit') await decisionLater(ctx, asked);
  tell(ctx, { kind: 'order', id: order.id }, 'deferrals.asked', {
    deferral: asking.kind,
    deferralReason: asking.reason,
    assignment: duty.id,
    unit: duty.unit_code,
    text: words.no,
    digest: words.digest,
  });
  announce(ctx, 'deferrals');
  return asked;
}

/** 撤回申请. */
export async function withdrawDeferral(
  ctx: Context,
  input: InputOf<typeof contract.withdrawDeferral>,
): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayWithdraw(ctx.actor, duty));
  const open = (await deferralsOf(ctx, order.id)).find(
    ({ state, assignment_id }) => state === 'asked' && assignment_id === duty.id,
  );
  refuseUnless(open, 'deferrals.none-open');
  await change(ctx, open, { state: 'withdrawn' });
  await noMoreDecision(ctx, open);
  tell(ctx, { kind: 'order', id: order.id }, 'deferrals.withdrawn', {
    deferral: open.kind,
    unit: duty.unit_code,
  });
  announce(ctx, 'deferrals');
  return { done: true };
}
