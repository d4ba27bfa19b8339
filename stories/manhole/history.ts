import { orders } from '@minsheng/contract';
import { after } from '../kit/clock.ts';
import { pageOf, type Scene } from './scene.ts';

/** One reader gives the order as it stood at any past instant. */
export async function checkHistory(scene: Scene, orderId: string): Promise<void> {
  const { checks, agent } = scene;
  const page = await pageOf(scene, orderId);
  const sentAt = page.assignments[0]?.sentAt ?? page.acceptedAt;
  const asOf = (until: string) => agent.call(orders.timeline, { orderId, until });

  const atDispatch = await asOf(sentAt);
  checks.same('as of the dispatch it was being handled', atDispatch.statusThen, 'in-progress');
  checks.that(
    'and nobody had signed yet',
    atDispatch.rows.length > 0 && !atDispatch.rows.some(({ type }) => type === 'handling.signed'),
    atDispatch.rows.map(({ type }) => type),
  );
  const inTheNight = await asOf(after(sentAt, 60));
  checks.same('an hour later it waited for the call-back', inTheNight.statusThen, 'call-back');
  const now = await agent.call(orders.timeline, { orderId });
  checks.same('now it is closed', now.statusThen, 'closed');
  checks.that('the past is shorter than the present', atDispatch.rows.length < now.rows.length);
  checks.that('and its chain is whole, then as now', atDispatch.chainIsWhole && now.chainIsWhole);
}
