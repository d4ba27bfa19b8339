import { handling } from '@minsheng/contract';
import { dutiesOf, messagesOf, type Scene } from './scene.ts';

/** The same alarms whoever dispatched: here nobody of the police ever signs by hand. */
export async function callsOfDutyByWeb(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock, housing } = scene;
  const duties = await dutiesOf(scene, orderId);
  await housing.call(handling.sign, { orderId, assignmentId: duties.housing.id });
  await clock.advance(5);
  const messages = await messagesOf(scene, orderId);
  checks.same(
    'signed in time, the housing bureau is not rung again',
    messages.to(duties.housing.unit, 'call').length,
    1,
  );
  checks.same(
    'the police, who did not sign, are',
    messages.to(duties.police.unit, 'call').length,
    2,
  );
  await clock.advance(15);
  const later = await dutiesOf(scene, orderId);
  checks.same(
    'when the whole roster was rung, the duty is signed by rule and counts as late',
    [later.police.state, later.police.signedLate],
    ['signed', true],
  );
}
