import { deferrals, orders } from '@minsheng/contract';
import { lampAt, plan, type Scene } from './scene.ts';

/** T15: asked in time, granted once; the date it was first due is not forgotten. */
export async function moreTime(scene: Scene): Promise<void> {
  const { checks, clock, housing, shiftLead } = scene;
  checks.chapter('More time, before it is too late');
  const key = await lampAt(scene, 'more-time');
  const asking = { ...key, reason: 'construction', plan, amount: 2 } as const;
  const tooLong = await housing.refusal(deferrals.askExtension, { ...asking, amount: 10 });
  checks.same('no more than the class allows', tooLong, 'deferrals.too-long');
  const before = await handleClock(scene, key.orderId);
  await housing.call(deferrals.askExtension, asking);
  const { dueAt } = await shiftLead.call(deferrals.decideDeferral, {
    orderId: key.orderId,
    granted: true,
  });
  const after = await handleClock(scene, key.orderId);
  checks.same('the clock says the new date', after?.dueAt, dueAt);
  checks.that('which is later than the first', (after?.dueAt ?? '') > (before?.dueAt ?? ''));
  checks.that('and says what it first was', (after?.dueNote ?? '').startsWith('原定'), after);
  const again = await housing.refusal(deferrals.askExtension, asking);
  checks.same('once, and not again', again, 'deferrals.extended-enough');
  const late = await lampAt(scene, 'too-late');
  await clock.advance(12 * 24 * 60);
  checks.same(
    'nor when the limit is over',
    await housing.refusal(deferrals.askExtension, { ...asking, ...late }),
    'deferrals.too-late',
  );
}

async function handleClock({ director }: Scene, orderId: string) {
  const { rows } = await director.call(orders.clocks, { orderId });
  return rows.find(({ name }) => name === 'handle');
}
