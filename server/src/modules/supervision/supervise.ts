import type { supervision as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { SupervisionTrigger } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Assignment, ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { named } from './answer.ts';
import { makeInstrument } from './instrument.ts';
import { lastHolder, unitsBetween } from './last-holder.ts';
import { answerLater, noMoreWaiting, unmovedLater } from './late.ts';
import { answerDueOf, type Level, levelOf } from './levels.ts';
import { maySupervise } from './policy.ts';
import { informAbove, reach } from './reach.ts';
import {
  change,
  insert,
  runningAt,
  type Supervision,
  supervisionsOf,
} from './supervisions.repo.ts';
import { dueFacts, givenBy } from './urge-by-rule.ts';
import { refuseOtherWay } from './ways.ts';

type Supervise = InputOf<typeof contract.supervise>;

/**
 * T25 督办: a person gives the order a level, with a reason and what is demanded. The last holder is reached in this very
 * transaction, every level between is informed (H3-3), and what the unit was supervised at before is raised to this.
 */
export async function supervise(
  ctx: Context,
  input: Supervise,
): Promise<ReplyOf<typeof contract.supervise>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const [duties, before, level] = await Promise.all([
    ofOrder(ctx, order.id),
    supervisionsOf(ctx, order.id),
    levelOf(ctx, input.level),
  ]);
  const holder = lastHolder(duties);
  demand(maySupervise(ctx.actor, input.level, { order, holder, before }));
  refuseUnless(holder, 'supervision.nobody-holds');
  refuseOtherWay(ctx.actor, order, { level, instrument: input.instrument });
  const trigger = triggerOf(input, before);

  const one = await raise(ctx, { order, holder, duties, before, level, input, trigger });
  const [unit] = await organisation.units(ctx, [holder.unit_code]);
  return {
    no: one.no,
    unit: organisation.briefOf(unit ? [unit] : [], holder.unit_code),
    answerDueAt: one.answer_due_at?.toISOString() ?? null,
  };
}

/** 立项: the level itself, for a person's decision and for the rule of a mechanism. The order is held. */
export async function raise(ctx: Context, opening: Opening): Promise<Supervision> {
  const { order, holder, before, level, input } = opening;
  const one = await open(ctx, opening);
  await change(ctx, one, await makeInstrument(ctx, { order, holder, one, level, input }));
  await endProposals(ctx, before, one);
  await answerLater(ctx, one);
  if (one.level === 'S2') await unmovedLater(ctx, one);
  await tellAll(ctx, { order, holder, one, level });
  return one;
}

/** Of the proposal it takes up, or a decision of the centre's own. */
function triggerOf({ proposalNo }: Supervise, before: readonly Supervision[]): SupervisionTrigger {
  if (proposalNo === undefined) return 'ordered';
  const proposal = before.find(({ no, state }) => no === proposalNo && state === 'proposed');
  refuseUnless(proposal, 'supervision.no-such');
  return proposal.trigger;
}

export interface Opening {
  order: orders.Order;
  holder: Assignment;
  duties: readonly Assignment[];
  before: readonly Supervision[];
  level: Level;
  input: Supervise;
  trigger: SupervisionTrigger;
}

async function open(ctx: Context, opening: Opening): Promise<Supervision> {
  const { order, holder, duties, before, level, input, trigger } = opening;
  const reason = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  const demands = await orders.addText(ctx, order.id, { kind: 'reason', content: input.demands });
  const answerDueAt = await answerDueOf(ctx, level);
  const raised = runningAt(before, holder.unit_code);
  const given = givenBy(ctx);
  if (raised) {
    await change(ctx, raised, { state: 'raised', sort_at: ctx.now });
    await noMoreWaiting(ctx, raised);
  }
  const one = await insert(ctx, {
    order_id: order.id,
    level: input.level,
    state: 'open',
    trigger,
    instrument: input.instrument,
    round: order.round,
    assignment_id: holder.id,
    unit_code: holder.unit_code,
    unit_path: holder.unit_path,
    informed: unitsBetween(holder, duties).filter((code) => code !== given.given_unit),
    ...given,
    sort_at: answerDueAt ?? ctx.now,
    opened_by: ctx.actor.accountId,
    opened_at: ctx.now,
    reason_no: reason.no,
    demands_no: demands.no,
    answer_due_at: answerDueAt,
    raised_from: raised?.no ?? null,
  });
  tellOpened(ctx, one, raised ?? null, reason);
  return one;
}

function tellOpened(
  ctx: Context,
  one: Supervision,
  raised: Supervision | null,
  reason: orders.TextMark,
): void {
  tell(ctx, { kind: 'order', id: one.order_id }, 'supervision.opened', {
    no: one.no,
    level: one.level,
    trigger: one.trigger,
    instrument: one.instrument,
    unit: one.unit_code,
    path: one.unit_path,
    informed: one.informed,
    answerDueAt: one.answer_due_at?.toISOString() ?? null,
    raisedFrom: raised?.level ?? null,
    text: reason.no,
    digest: reason.digest,
  });
  announce(ctx, 'supervision');
}

/** What was proposed at this level or below is decided with it, by the centre alone. */
async function endProposals(
  ctx: Context,
  before: readonly Supervision[],
  one: Supervision,
): Promise<void> {
  if (one.given_path !== null) return;
  for (const proposal of before)
    if (proposal.state === 'proposed' && proposal.level <= one.level) {
      await change(ctx, proposal, { state: 'lapsed', closed_at: ctx.now, sort_at: ctx.now });
      // The one taken up is told of by the supervision itself.
      if (proposal.trigger !== one.trigger)
        tell(ctx, { kind: 'order', id: one.order_id }, 'supervision.lapsed', {
          ...named(proposal),
          byRule: false,
        });
    }
}

interface Given {
  order: orders.Order;
  holder: Assignment;
  one: Supervision;
  level: Level;
}

async function tellAll(ctx: Context, { order, holder, one, level }: Given): Promise<void> {
  await reach(ctx, {
    order,
    duty: holder,
    template: 'supervised-duty',
    facts: { level: level.name, ...dueFacts(ctx, one.answer_due_at) },
    alsoNext: true,
  });
  await informAbove(ctx, order, {
    above: one.informed,
    holder: holder.unit_code,
    level: level.name,
  });
}
