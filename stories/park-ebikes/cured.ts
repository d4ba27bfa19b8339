import { appeals, callBack, orders } from '@minsheng/contract';
import { countOn, dueChecks } from './follow-ups.ts';
import { closeSolved, handIn } from './handled.ts';
import { pageOf, type Scene } from './scene.ts';
import { sendByCatalogue, tellByPage } from './told.ts';

const dayMinutes = 24 * 60;

/** First run: the posts hold. */
export async function cured(scene: Scene): Promise<void> {
  const { checks, clock, caller } = scene;
  const [park] = scene.parks;
  checks.chapter('The posts hold: nobody complains again');
  const told = await tellByPage(scene, park, 'first');
  const assignmentId = await sendByCatalogue(scene, told.orderId);
  await handIn(scene, told.orderId, assignmentId, park);
  await closeSolved(scene, told.orderId);
  const tracked = await scene.citizen.call(appeals.trackAppeal, {
    orderNo: told.orderNo,
    code: told.code,
  });
  checks.that('the citizen reads the answer', tracked.answer?.includes('隔离桩') === true, tracked);

  await clock.advance(29 * dayMinutes);
  checks.same('after 29 days no check is due', await dueChecks(scene), []);
  const before = await countOn(scene, 'follow-up');
  await clock.advance(dayMinutes);
  const due = await dueChecks(scene);
  checks.same(
    'after 30 days it falls due on the desk, without a repeat so far',
    due.map(({ id, repeatsSince }) => [id, repeatsSince]),
    [[told.orderId, 0]],
  );
  checks.same(
    'and the counter of the desk says so',
    (await countOn(scene, 'follow-up')) - before,
    1,
  );
  for (const { followUpId } of due)
    await caller.call(callBack.finishFollowUp, {
      followUpId,
      stillSolved: true,
      note: '入口隔离桩完好',
    });
  checks.same('written down, it has left the desk', await dueChecks(scene), []);

  await clock.advance(60 * dayMinutes);
  const page = await pageOf(scene, told.orderId);
  checks.same(
    'after 90 days nobody has complained of this park again',
    page.followUps.map(({ stillSolved, repeatsSince }) => [stillSolved, repeatsSince]),
    [[true, 0]],
  );
  checks.same(
    'the order is sealed in the archive',
    [page.status, page.archiveSeal !== null],
    ['archived', true],
  );
  const { chainIsWhole } = await caller.call(orders.timeline, { orderId: told.orderId });
  checks.that('and its chain is whole', chainIsWhole);
}
