import { callBack, falseCompletion } from '@minsheng/contract';
import { answered, answeredLamp, asked, lampPlace, pageOf, type Scene, shown } from './scene.ts';

/** The requester was content, the order closed; somebody looked. */
export async function foundOnSite(scene: Scene): Promise<void> {
  const { checks, clock, caller, reviewer, director, housingLeader } = scene;
  checks.chapter('Found at a site check');
  const orderId = await answeredLamp(scene, 'site');
  await asked(scene, orderId, {});
  await caller.call(callBack.close, { orderId, as: 'solved' });
  await clock.advance(3 * 24 * 60);
  const report = { orderId, foundHow: 'site-check', found: '夜间到现场,路灯不亮。' } as const;
  checks.same(
    'without a picture nothing is found',
    await reviewer.refusal(falseCompletion.reportFalse, report),
    'call-back.false-evidence',
  );
  const fileIds = [await shown(scene, reviewer, 2)];
  await reviewer.call(falseCompletion.reportFalse, { ...report, fileIds });
  const rule = { orderId, confirmed: true, words: '现场照片有时间和位置,事实清楚。' };
  checks.same(
    'who found it does not confirm it',
    await reviewer.refusal(falseCompletion.ruleOnFalse, rule),
    'call-back.false-own-finding',
  );
  const { rows } = await housingLeader.call(falseCompletion.listFalse, {});
  checks.same(
    'the leader of the unit has it on the list',
    rows.map(({ order }) => order.id),
    [orderId],
  );
  await clock.advance(2 * 24 * 60);
  await director.call(falseCompletion.ruleOnFalse, rule);
  checks.same(
    'a closed order is worked once more',
    (await pageOf(scene, orderId)).status,
    'in-progress',
  );
  const { records } = await director.call(falseCompletion.readFalse, { orderId });
  const [evidence] = records[0]?.files ?? [];
  checks.that('the evidence has its time', evidence?.takenAt !== null, evidence);
  const { lng = 0, lat = 0 } = evidence?.point ?? {};
  checks.same(
    'and its place',
    [lng.toFixed(2), lat.toFixed(2)],
    [lampPlace.lng.toFixed(2), lampPlace.lat.toFixed(2)],
  );
  await answered(scene, orderId);
  await asked(scene, orderId, {});
  await caller.call(callBack.close, { orderId, as: 'solved' });
  checks.same('and ends a second time', (await pageOf(scene, orderId)).status, 'closed');
}
