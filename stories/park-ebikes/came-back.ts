import { issues, orders } from '@minsheng/contract';
import { dueChecks } from './follow-ups.ts';
import { closeSolved, handIn } from './handled.ts';
import { pageOf, type Scene } from './scene.ts';
import { sendByCatalogue, tellByPage } from './told.ts';

const dayMinutes = 24 * 60;

/** Second run, another park: somebody else complains again before the look back. */
export async function cameBack(scene: Scene): Promise<void> {
  const { checks, clock, shiftLead } = scene;
  const [, park] = scene.parks;
  checks.chapter('Another park: the e-bikes come back');
  const first = await tellByPage(scene, park, 'second');
  const assignmentId = await sendByCatalogue(scene, first.orderId);
  await handIn(scene, first.orderId, assignmentId, park);
  await closeSolved(scene, first.orderId);

  await clock.advance(20 * dayMinutes);
  const again = await tellByPage(scene, park, 'third');
  const page = await pageOf(scene, first.orderId);
  checks.same(
    'a repeat of the same matter at the same place shows on the closed order',
    page.followUps.map(({ repeatsSince }) => repeatsSince),
    [1],
  );
  await clock.advance(10 * dayMinutes);
  const due = await dueChecks(scene);
  checks.same(
    'and on the desk when the look back falls due',
    due.map(({ id, repeatsSince }) => [id, repeatsSince]),
    [[first.orderId, 1]],
  );

  await shiftLead.call(issues.linkIssue, {
    issueId: page.issueId,
    orderId: again.orderId,
    reason: '同一公园同一问题',
  });
  const linked = await pageOf(scene, again.orderId);
  checks.same(
    'linked, both orders belong to one issue and show each other',
    [linked.issueId, linked.related.map(({ orderId }) => orderId)],
    [page.issueId, [first.orderId]],
  );
  checks.same('two appeals of one issue', linked.appealsInIssue, 2);
  const found = await shiftLead.call(orders.searchOrders, { q: park.name });
  checks.same(
    'a search finds both: two appeals, two people, one issue',
    [found.rows.length, found.appeals, found.people, found.issues],
    [2, 2, 2, 1],
  );
}
