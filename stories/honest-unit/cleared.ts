import { deferrals, handling } from '@minsheng/contract';
import { photo } from '../kit/photo.ts';
import { type Answer, pageOf, type Scene } from './scene.ts';

/** 复核 every thirty days, and T22 销账 by evidence that somebody reviews. */
export async function cleared(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock, director, housing, reviewer } = scene;
  checks.chapter('Brought on, and cleared by evidence');
  await clock.advance(31 * 24 * 60);
  const late = await director.call(deferrals.listLedger, {});
  checks.that('a month without a word is seen', late.rows[0]?.ledger.isReviewLate === true, late);
  const review = { orderId, progress: '设计已经完成,正在报批资金。', milestonesDone: [1] };
  await housing.call(deferrals.reviewLedger, review);
  const { ledger } = await housing.call(deferrals.readDeferrals, { orderId });
  checks.same(
    'the first milestone is done, the second is not',
    ledger?.milestones.map(({ doneAt }) => doneAt !== null),
    [true, false],
  );
  checks.that('and it is late no more', ledger?.isReviewLate === false);

  const { assignments } = await pageOf(scene, orderId);
  const key = { orderId, assignmentId: assignments[0]?.id ?? '' };
  const takenAt = await clock.now();
  const at = { lng: 117.65, lat: 24.51 };
  const before = await housing.upload(photo({ takenAt, at, shade: 1 }), 'before');
  const after = await housing.upload(photo({ takenAt, at, shade: 6 }), 'after');
  const answer: Answer = {
    isTrue: 'true',
    isSolved: 'solved',
    process: '整段线缆已经更换,路灯全部亮起。',
    publicAnswer: '您反映的路灯已经整段改造完成,现在全部亮起,感谢您的等待。',
    measures: [{ kind: 'things', what: '更换线缆' }],
    assetChanges: [{ what: '路灯线缆', count: 1, place: '示例路东段' }],
    evidence: [
      { code: 'before', fileId: before },
      { code: 'after', fileId: after },
    ],
  };
  await housing.call(handling.submit, { ...key, ...answer });
  await reviewer.call(handling.rejectReply, {
    orderId,
    reason: 'evidence-missing',
    note: '请补夜间照片',
  });
  checks.same(
    'refused, it stands in the ledger as before',
    (await pageOf(scene, orderId)).status,
    'parked',
  );
  const night = await housing.upload(photo({ takenAt, at, shade: 9 }), 'after');
  const again = [
    { code: 'before', fileId: before },
    { code: 'after', fileId: night },
  ];
  await housing.call(handling.submit, { ...key, ...answer, evidence: again });
  await reviewer.call(handling.approveReply, { orderId });
  await clock.advance(1);
  checks.same('cleared, the citizen is asked', (await pageOf(scene, orderId)).status, 'call-back');
  const { rows } = await director.call(deferrals.listLedger, { state: 'cleared' });
  checks.same(
    'the ledger says so',
    rows.map(({ order }) => order.id),
    [orderId],
  );
}
