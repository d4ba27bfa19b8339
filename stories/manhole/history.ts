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
  checks.same('as of the dispatch it was being handled', atDispatch.stood?.status, 'in-progress');
  checks.that(
    'and nobody had signed yet',
    atDispatch.rows.length > 0 && !atDispatch.rows.some(({ type }) => type === 'handling.signed'),
    atDispatch.rows.map(({ type }) => type),
  );
  checks.same(
    'each duty stood where it stood then',
    [...new Set(atDispatch.stood?.duties.map(({ state }) => state))],
    ['sent'],
  );
  const inTheNight = await asOf(after(sentAt, 60));
  checks.same('an hour later it waited for the call-back', inTheNight.stood?.status, 'call-back');
  const now = await agent.call(orders.timeline, { orderId });
  checks.same('now it is closed', now.stood?.status, 'closed');
  checks.that('the past is shorter than the present', atDispatch.rows.length < now.rows.length);
  checks.that('and its chain is whole, then as now', atDispatch.chainIsWhole && now.chainIsWhole);
}
