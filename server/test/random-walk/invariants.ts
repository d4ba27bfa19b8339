import type { AssignmentState } from '@minsheng/contract/words/assignment.ts';
import { assignmentStates } from '@minsheng/contract/words/assignment.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { orderStatuses } from '@minsheng/contract/words/order.ts';
import { expect } from 'vitest';
import type { Assignment } from '../../src/modules/dispatch/index.ts';
import { assignmentSteps, ofOrder } from '../../src/modules/dispatch/index.ts';
import * as orders from '../../src/modules/orders/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { historyOf, type StoredEvent, verifyChain } from '../../src/platform/events.ts';

/** An order as it stands: its row, its duties, and what its events say. */
export interface Standing {
  readonly status: OrderStatus;
  readonly duties: readonly Assignment[];
  readonly events: readonly StoredEvent[];
}

export async function standingOf(ctx: Context, orderId: string, at: Date): Promise<Standing> {
  const [order, duties, events] = await Promise.all([
    orders.find(ctx, orderId),
    ofOrder(ctx, orderId),
    historyOf(ctx, { kind: 'order', id: orderId }, at),
  ]);
  if (!order) throw new Error('The order is gone.');
  return { status: order.status, duties, events };
}

/** What holds after every step, whoever did what. */
export function keepsInvariants(before: Standing, now: Standing): void {
  expect(orderStatuses).toContain(now.status);
  movedByTable(before, now);
  closedIsFinal(before, now);
  hasOneLead(now);
  expect(verifyChain([...now.events])).toEqual({ ok: true });
  eventsTellTheState(now);
}

const movesTo = (from: OrderStatus, to: OrderStatus): boolean =>
  Object.values(orders.orderSteps).some(
    (step) => (step.from as readonly OrderStatus[]).includes(from) && step.to === to,
  );

const dutyMovesTo = (from: AssignmentState, to: AssignmentState): boolean =>
  Object.values(assignmentSteps).some(
    (step) => (step.from as readonly AssignmentState[]).includes(from) && step.to === to,
  );

/** Each move of the order and of a duty stands in its table: one use case may make several, each told by an event. */
function movedByTable(before: Standing, now: Standing): void {
  for (const { data } of now.events.slice(before.events.length)) {
    if (isStatus(data.from) && isStatus(data.to))
      expect(movesTo(data.from, data.to), `${data.from} → ${data.to}`).toBe(true);
    if (isState(data.dutyFrom) && isState(data.dutyTo))
      expect(dutyMovesTo(data.dutyFrom, data.dutyTo)).toBe(true);
  }
}

const final: readonly OrderStatus[] = [
  'closed',
  'answered',
  'disposed',
  'transferred',
  'withdrawn',
];

function closedIsFinal(before: Standing, now: Standing): void {
  if (before.status === 'archived') expect(now.status).toBe('archived');
  const isRedone = now.events
    .slice(before.events.length)
    .some(({ type }) => type === 'call-back.false-redone');
  if (before.status === 'closed' && isRedone) return;
  if (final.includes(before.status)) expect([before.status, 'archived']).toContain(now.status);
}

/** Exactly one unit answers while anybody works; nobody does before dispatch and after the end. */
function hasOneLead({ status, duties, events }: Standing): void {
  const leads = duties.filter(
    ({ role, state }) => role === 'lead' && state !== 'revoked' && state !== 'returned',
  );
  const open = leads.filter(({ state }) => state !== 'done');
  switch (status) {
    case 'in-progress':
    case 'in-dispute':
    case 'need-info':
    case 'suspended':
    case 'parked':
      expect(open).toHaveLength(1);
      return;
    case 'reply-review':
      expect(open.map(({ state }) => state)).toEqual(['submitted']);
      return;
    case 'call-back':
    case 'closed':
      expect(open).toEqual([]);
      // 一并办理: another order's lead answered it.
      if (!events.some(({ type }) => type === 'merging.answered'))
        expect(leads.length).toBeGreaterThan(0);
      return;
    case 'to-accept':
    case 'in-transfer':
    case 'to-dispatch':
    case 'merged':
    case 'answered':
    case 'disposed':
    case 'transferred':
    case 'withdrawn':
      expect(open).toEqual([]);
      return;
    case 'archived':
      expect(open).toEqual([]);
      return;
    default:
      status satisfies never;
  }
}

/** The log alone gives the same answer as the rows. */
function eventsTellTheState({ status, duties, events }: Standing): void {
  const told = events.findLast(({ data }) => isStatus(data.to))?.data.to;
  expect(told).toBe(status);
  for (const duty of duties) {
    const last = events.findLast(({ data }) => data.assignment === duty.id && isState(data.dutyTo));
    expect(last?.data.dutyTo, `${duty.role} ${duty.unit_code}`).toBe(duty.state);
  }
}

const isStatus = (word: unknown): word is OrderStatus =>
  (orderStatuses as readonly unknown[]).includes(word);
const isState = (word: unknown): word is AssignmentState =>
  (assignmentStates as readonly unknown[]).includes(word);
