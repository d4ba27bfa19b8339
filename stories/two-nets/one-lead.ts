import { dispatch, issues, merging, orders } from '@minsheng/contract';
import type { Heard } from './heard-thrice.ts';
import type { Scene } from './scene.ts';

/** Proposed with reasons, confirmed by a dispatcher, dispatched once. */
export async function oneLead(scene: Scene, heard: Heard): Promise<Heard> {
  const { checks, clock, dispatcher } = scene;
  checks.chapter('One thing, one lead');
  await clock.advance(1);
  const { issueId } = await dispatcher.call(orders.orderPage, { orderId: heard.byPhone });
  const { rows } = await dispatcher.call(issues.proposalsToIssue, { issueId });
  const others = [heard.byGrid, heard.byMarket].toSorted();
  checks.same(
    'what the grid and 12315 heard is proposed as the same',
    rows.map(({ order }) => order.orderId).toSorted(),
    others,
  );
  checks.that(
    'with reasons, the place and the matter among them',
    rows.every(({ reasons }) =>
      ['same-place', 'same-matter'].every((code) => reasons.some((one) => one.code === code)),
    ),
    rows,
  );
  await dispatcher.call(issues.confirmProposals, { issueId, orderIds: others });
  const page = await dispatcher.call(issues.issuePage, { issueId });
  checks.same('a dispatcher says yes: one issue, three appeals', page.appeals, 3);

  await dispatcher.call(dispatch.send, { orderId: heard.byPhone, lead: '350600.zjj' });
  await dispatcher.call(merging.mergeOrders, {
    orderId: heard.byPhone,
    orderIds: others,
    reason: '三网反映的是同一处路灯',
  });
  const leads = await Promise.all(
    [heard.byPhone, ...others].map(async (orderId) => {
      const { assignments } = await dispatcher.call(orders.orderPage, { orderId });
      return assignments.flatMap(({ role, unit }) => (role === 'lead' ? [unit.code] : []));
    }),
  );
  checks.same('there is one lead for all three', leads.flat(), ['350600.zjj']);
  return heard;
}
