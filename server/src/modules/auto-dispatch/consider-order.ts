import type { HeldReason } from '@minsheng/contract/words/auto-dispatch.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import * as dispatch from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import { isControl } from './control-share.ts';
import { count } from './counts.repo.ts';
import { heldByMatter, type Trust } from './held-by-matter.ts';
import { heldByOrder } from './held-by-order.ts';
import {
  choiceOf,
  disagrees,
  heldByUnits,
  type MachineProposal,
  machineProposal,
} from './machine-proposal.ts';
import { orderFacts } from './order-facts.ts';
import { exists, insert } from './proposals.repo.ts';
import { matterSetting, rulesFor, setting, settingHeld } from './settings.repo.ts';
import { trustOf } from './trust.repo.ts';

/**
 * 拟派与放行: once for every order that comes to be dispatched, before anybody sends it: what the machine would do is
 * written down, and where nothing at all speaks against it, done. The switch, the accuracy and the order are read in
 * this very transaction; whoever came first, machine or person, holds the order.
 */
export async function considerOrder(ctx: Context, orderId: string): Promise<void> {
  const order = await orders.lock(ctx, orderId);
  if (order.status !== 'to-dispatch' || order.dispatched_at !== null) return;
  if (await exists(ctx, orderId)) return;
  const read = await setting(ctx);
  const inForce = read.isOn ? await settingHeld(ctx) : read;
  const [ofMatter, trust] = await Promise.all([
    matterSetting(ctx, order.matter_code),
    trustOf(ctx, order.matter_code),
  ]);
  const rules = rulesFor(inForce, ofMatter);
  const proposal = await machineProposal(ctx, order, inForce.surePermille);
  const held = await everyReason(ctx, order, proposal, heldByMatter(rules, trust));
  const choice = held.length === 0 ? choiceOf(proposal) : null;
  const kept = { held, isSent: choice !== null };
  await keep(ctx, order, proposal, kept);
  if (choice !== null) {
    await dispatch.dispatchOrder(ctx, order, { ...choice, note: '', isAutomatic: true });
    tellSent(ctx, order, proposal, { trust, barPermille: rules.barPermille });
  }
  countKept(ctx, order, proposal, kept);
}

/** The dear questions, to the model and to chance, are asked only where nothing cheaper speaks against it. */
async function everyReason(
  ctx: Context,
  order: orders.Order,
  proposal: MachineProposal,
  byMatter: readonly HeldReason[],
): Promise<HeldReason[]> {
  const choice = choiceOf(proposal);
  const byOrder = heldByOrder(await orderFacts(ctx, order), proposal.lead);
  const byProposal: HeldReason[] =
    choice === null ? ['no-proposal'] : await heldByUnits(ctx, order, choice);
  if (choice !== null && !proposal.isSure) byProposal.push('unsure');
  const held = [...byMatter, ...byProposal, ...byOrder];
  if (held.length > 0) return held;
  if (await disagrees(ctx, order, proposal)) return ['disagree'];
  return isControl(order.id) ? ['control'] : [];
}

interface Kept {
  readonly held: readonly HeldReason[];
  readonly isSent: boolean;
}

const today = (ctx: Context): string => cityHour(ctx.now, ctx.city.zone).on;

async function keep(
  ctx: Context,
  order: orders.Order,
  { plan, ...proposal }: MachineProposal,
  { held, isSent }: Kept,
): Promise<void> {
  await insert(ctx, {
    ...proposal,
    orderId: order.id,
    matterCode: order.matter_code,
    onDay: today(ctx),
    rowId: proposal.source === 'catalogue' ? (plan.rule?.rowId ?? null) : null,
    held,
    sentAt: isSent ? ctx.now : null,
  });
}

function countKept(
  ctx: Context,
  order: orders.Order,
  { isSure }: MachineProposal,
  { held, isSent }: Kept,
): void {
  const what = [
    'proposed',
    ...(isSure ? ['sure'] : []),
    ...(isSent ? ['sent'] : []),
    ...held.map((reason) => `held:${reason}`),
  ];
  const on = { onDay: today(ctx), matterCode: order.matter_code, by: 1 };
  count(
    ctx,
    what.map((one) => ({ ...on, what: one })),
  );
}

/** What it went by, in figures: the order's own history answers for it later. */
function tellSent(
  ctx: Context,
  order: orders.Order,
  { plan, lead, source, probability, model }: MachineProposal,
  { trust, barPermille }: { trust: Trust; barPermille: number },
): void {
  tell(ctx, { kind: 'order', id: order.id }, 'auto-dispatch.sent', {
    lead,
    source,
    row: source === 'catalogue' ? (plan.rule?.rowId ?? null) : null,
    permille: probability === null ? null : Math.round(probability * 1000),
    model,
    firstRight: trust.firstRight,
    sure: trust.sure,
    sureRight: trust.sureRight,
    barPermille,
  });
  announce(ctx, 'auto-dispatch');
}
