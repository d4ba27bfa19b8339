import { intake, telephony } from '@minsheng/contract';
import { callsOfDuty } from './duty-calls.ts';
import { finishPhoneOrder } from './finish.ts';
import { onScene } from './on-scene.ts';
import { citizenOf, fields, matterCode, type Scene, words } from './scene.ts';
import { sentToBoth } from './sent-to-both.ts';

/** First night: told by telephone, repaired inside thirty minutes. */
export async function byPhone(scene: Scene): Promise<void> {
  scene.checks.chapter('By telephone at night, repaired in time');
  const told = await tellByPhone(scene);
  await sentToBoth(scene, told.orderId);
  await callsOfDuty(scene, told.orderId);
  await onScene(scene, told.orderId);
  await finishPhoneOrder(scene, told.orderId);
}

/** T1 by an agent: the sim telephone rings, the words raise the urgency by themselves. */
async function tellByPhone({ agent, checks, areaCode }: Scene) {
  const caller = citizenOf('phone');
  const ring = await agent.call(telephony.ringDemoCall, { number: caller.phone });
  const { rows } = await agent.call(telephony.listRinging, {});
  checks.that(
    'the sim telephone rings at the agents’ desk',
    rows.some(({ id }) => id === ring.id),
  );
  checks.that('the number on the screen is masked', !ring.maskedNumber.includes(caller.phone));
  const answered = await agent.call(telephony.answerCall, { callId: ring.id });
  checks.same('the agent has taken the call', answered.state, 'answered');
  const card = await agent.call(telephony.callerCard, { callId: ring.id });
  checks.same('the caller has no open order', card.openOrders.length, 0);

  const assessed = await agent.call(intake.assessAppeal, { content: words });
  checks.same(
    'words and hour raise U1 while typing, before the matter is chosen',
    assessed.urgency,
    'U1',
  );
  checks.that('it is night', assessed.isNight);
  checks.that('the words that raised it are named', assessed.raisedBy.length > 0, assessed);

  const order = await agent.call(intake.createOrder, {
    callId: ring.id,
    content: words,
    type: 'QZ',
    matterCode,
    areaCode,
    address: fields.road_name,
    fields,
    requester: { name: caller.name },
    result: 'dispatch',
  });
  checks.same('the order is U1', order.urgency, 'U1');
  const ended = await agent.call(telephony.endCall, { callId: ring.id });
  checks.same('the call has ended', ended.state, 'ended');
  return order;
}
