import { orders } from '@minsheng/contract';
import { figures, type Scene, told } from './scene.ts';

/** Whoever leaves before it is settled: the unit and the shift lead hear in time, and the figure does not hide it. */
export async function leftUnsettled(scene: Scene): Promise<void> {
  const { checks, clock, director } = scene;
  checks.chapter('Not settled: somebody hears before the visitor is gone');
  const leavesOn = new Date((await clock.now()).getTime() + 2 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const { orderId } = await told(scene, 'second', leavesOn);
  await clock.advanceTo(new Date(`${leavesOn}T10:01:00+08:00`));
  const { rows } = await director.call(orders.timeline, { orderId });
  const late = rows.filter(({ type }) => type === 'waits.late');
  checks.that('at ten on the day of leaving somebody is told', late.length >= 1, rows);
  await clock.advance(24 * 60);
  const { 'before-leaving': before } = await figures(scene);
  checks.same('of two visitors one left with an answer', [before?.orders, before?.among], [1, 2]);
}
