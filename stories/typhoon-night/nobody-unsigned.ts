import { desk, orders } from '@minsheng/contract';
import { minutesBetween } from '../kit/clock.ts';
import { each } from '../kit/each.ts';
import type { Scene } from './scene.ts';

export interface Sums {
  /** Duties that somebody signed in time, and those that nobody did. */
  signed: number;
  unsigned: number;
}

/** A little more than the longest limit to sign of the night. */
const untilAllAreOver = 35;

/** 30 minutes later: every duty is signed in time, or its duty person was rung the moment its limit was over. */
export async function nobodyUnsigned(scene: Scene, orderIds: readonly string[]): Promise<Sums> {
  const { checks, clock } = scene;
  checks.chapter('Whoever does not sign is rung');
  await clock.advance(untilAllAreOver);
  const now = (await clock.now()).toISOString();
  const found = (await each(orderIds, (orderId) => dutiesOf(scene, orderId, now))).flat();
  const unsigned = found.filter(({ isSigned }) => !isSigned);
  checks.that(
    'every duty has a limit to sign that is over',
    found.every(({ dueAt }) => dueAt < now),
  );
  checks.that('some were signed in time', found.length > unsigned.length, found.length);
  checks.that('many were not', unsigned.length > orderIds.length, unsigned.length);
  checks.same(
    'of those that were not, each duty person was rung when the limit was over',
    unsigned.filter(({ rung }) => rung.length === 0).slice(0, 3),
    [],
  );
  const late = unsigned.filter(({ dueAt, rung }) => minutesBetween(dueAt, rung[0] ?? now) > 1);
  checks.same('within a minute', late.slice(0, 3), []);
  checks.that(
    'and the telephone says that it rang',
    unsigned.every(({ rung, states }) => rung.length > 0 && states.every((one) => one === 'sent')),
  );
  return { signed: found.length - unsigned.length, unsigned: unsigned.length };
}

/** Duties of one order that should have been signed, with the calls to their unit from their limit on. */
async function dutiesOf({ agent, shiftLead }: Scene, orderId: string, now: string) {
  const [page, calls] = await Promise.all([
    agent.call(orders.orderPage, { orderId }),
    shiftLead.call(desk.sentMessages, { order: orderId, way: 'call' }),
  ]);
  return page.assignments
    .filter(({ role, state }) => role !== 'copy' && state !== 'revoked')
    .map(({ unit, signDueAt, signedAt, signedLate }) => {
      const dueAt = signDueAt ?? now;
      const toUnit = calls.rows
        .filter(({ toUnit: to, at }) => (to === unit.code || to === unit.name) && at >= dueAt)
        .toSorted((one, other) => one.at.localeCompare(other.at));
      return {
        unit: unit.code,
        dueAt,
        isSigned: signedAt !== null && !signedLate && signedAt <= dueAt,
        rung: toUnit.map(({ at }) => at),
        states: toUnit.map(({ state }) => state),
      };
    });
}
