import { callBack, falseCompletion } from '@minsheng/contract';
import { answered, answeredLamp, asked, notDone, pageOf, type Scene } from './scene.ts';

const found = '诉求人说没有人来过,路灯仍然不亮。';

/** Redone twice already; a false answer goes back a third time. */
export async function foundAtCallBack(scene: Scene): Promise<void> {
  const { checks, caller, shiftLead, housing, director } = scene;
  checks.chapter('Found at the call-back');
  const orderId = await answeredLamp(scene, 'call-back');
  for (const _ of [1, 2]) {
    await asked(scene, orderId, notDone);
    await caller.call(callBack.redo, { orderId, reason: '请到现场修好' });
    await answered(scene, orderId);
  }
  const report = { orderId, foundHow: 'call-back', found } as const;
  checks.same(
    'nothing is reported that the requester has not said',
    await caller.refusal(falseCompletion.reportFalse, report),
    'call-back.false-not-said',
  );
  await asked(scene, orderId, notDone);
  checks.same(
    'a third redo is refused',
    await caller.refusal(callBack.redo, { orderId, reason: '请到现场修好' }),
    'call-back.redo-limit',
  );
  const before = await pageOf(scene, orderId);
  await caller.call(falseCompletion.reportFalse, report);
  const rule = { orderId, confirmed: true, words: '灯头没有更换,照片是别处的。' };
  checks.same(
    'the unit is heard first',
    await shiftLead.refusal(falseCompletion.ruleOnFalse, rule),
    'call-back.false-unheard',
  );
  const seen = await housing.call(falseCompletion.readFalse, { orderId });
  checks.same('the unit does not learn who rang', seen.records[0]?.foundBy, null);
  await housing.call(falseCompletion.answerFalse, { orderId, words: '照片确实不是当天拍的。' });
  const { dueAt } = await shiftLead.call(falseCompletion.ruleOnFalse, rule);
  checks.that('it is worked once more, with a limit', dueAt !== null);
  const after = await pageOf(scene, orderId);
  checks.same('whatever the number of redos', after.status, 'in-progress');
  checks.same('no rating was changed', after.callBacks, before.callBacks);
  checks.same('nor a reply', after.replies, before.replies);
  const { units } = await director.call(falseCompletion.falseByUnit, {});
  checks.same(
    'counted for the bureau',
    units.map(({ unit, count }) => [unit.code, count]),
    [['350600.zjj', 1]],
  );
}
