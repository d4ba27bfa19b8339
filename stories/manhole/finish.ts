import { callBack, handling, orders } from '@minsheng/contract';
import { checkHistory } from './history.ts';
import { checkBothStatuses, policeDoes, policeOrder } from './police-line.ts';
import { answerOf, dutiesOf, messagesOf, pageOf, type Scene, takePhoto } from './scene.ts';
import { ratedBySms, trackedByCitizen } from './tracked.ts';

/** From the two parts to one answer, and from there to the end. */
export async function finishPhoneOrder(scene: Scene, orderId: string): Promise<void> {
  await oneAnswer(scene, orderId);
  await reviewed(scene, orderId);
  await calledBack(scene, orderId);
  await checkHistory(scene, orderId);
}

/** C1.4: the police close their part, the lead answers for both, its leader signs. */
async function oneAnswer(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock, housing, housingLeader } = scene;
  const duties = await dutiesOf(scene, orderId);
  const housingKey = { orderId, assignmentId: duties.housing.id };
  await clock.advance(5);
  const number = await policeOrder(scene, orderId);
  const words = '公安110已到场设置警戒并疏导车辆,住建局更换井盖后撤离。';
  const said = { kind: 'result', outcome: 'done', words };
  await policeDoes(scene, orderId, { number, said, until: 'done' });
  await checkBothStatuses(scene, orderId);

  const before = await takePhoto(scene, housing, 'before', 0);
  const fixed = await takePhoto(scene, housing, 'after', 7);
  const answer = answerOf(before, fixed);
  const early = await housing.refusal(handling.submit, { ...housingKey, ...answer });
  checks.same('nobody answers before talking to the caller', early, 'handling.contact-first');
  await housing.call(handling.contact, { ...housingKey, reached: true, note: '已告知正在抢修' });
  const bare = await housing.refusal(handling.submit, { ...housingKey, ...answer, evidence: [] });
  checks.same('nor without the photos before and after', bare, 'handling.evidence-missing');
  const whole = await housing.call(handling.submit, { ...housingKey, ...answer });
  checks.same('the answer of an emergency waits for the leader', whole.state, 'to-sign-off');
  const alone = await housing.refusal(handling.signOff, { ...housingKey, agreed: true });
  checks.same('whose signature nobody else can give', alone, 'identity.not-permitted');
  await housingLeader.call(handling.signOff, { ...housingKey, agreed: true });

  const page = await pageOf(scene, orderId);
  checks.same('the order waits for review', page.status, 'reply-review');
  const parts = page.replies.map(({ unitName }) => unitName).toSorted();
  const units = page.assignments.map(({ unit }) => unit.name).toSorted();
  checks.same('with the words of both units', parts, units);
}

async function reviewed(scene: Scene, orderId: string): Promise<void> {
  const { checks } = scene;
  const reviewer = await scene.person('reviewer');
  const before = (await messagesOf(scene, orderId)).toCitizen.length;
  await reviewer.call(handling.approveReply, { orderId });
  await scene.clock.advance(1);
  const { toCitizen } = await messagesOf(scene, orderId);
  checks.same('the citizen gets exactly one message with the answer', toCitizen.length - before, 1);
  await trackedByCitizen(scene, orderId, answerOf('', '').publicAnswer);
}

/** T19: the next morning; silence is never satisfied, the questions are asked apart. */
async function calledBack(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock } = scene;
  const caller = await scene.person('call-back');
  await clock.advanceToHour('09:30');
  const untold = await caller.refusal(callBack.close, { orderId, as: 'solved' });
  checks.same('it cannot be closed before anybody was asked', untold, 'call-back.nobody-asked');
  await ratedBySms(scene, orderId);
  const sheet = await caller.call(callBack.callBackSheet, { orderId });
  checks.same('the morning is still open', sheet.currentBand, 'morning');
  const tried = await caller.call(callBack.attempt, {
    orderId,
    reached: true,
    answers: {
      contacted: true,
      solved: 'solved',
      processRating: 'very-satisfied',
      resultRating: 'satisfied',
      reason: '',
      reasonClass: null,
    },
  });
  checks.same('solved and content: it may be closed', tried.next, 'close');
  await caller.call(callBack.close, { orderId, as: 'solved' });
  const page = await pageOf(scene, orderId);
  checks.same('the order is closed', page.status, 'closed');
  checks.same(
    'and every duty is done',
    page.assignments.map(({ state }) => state),
    ['done', 'done'],
  );
  const stale = await caller.refusal(callBack.close, { orderId, as: 'solved' });
  checks.that(
    'nobody closes it twice',
    stale === 'orders.stale' || stale === 'orders.closed',
    stale,
  );
  const note = await scene.agent.call(orders.timeline, { orderId });
  checks.same('the chain of its events is whole', note.chainIsWhole, true);
}
