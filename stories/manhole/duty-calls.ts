import { dispatch, disputes } from '@minsheng/contract';
import { dutiesOf, messagesOf, type Scene } from './scene.ts';

/** M1-4: with sign-in withheld the duty telephone rings after five minutes, then the next on the roster. No way back. */
export async function callsOfDuty(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock } = scene;
  await noReturn(scene, orderId);
  const { housing } = await dutiesOf(scene, orderId);
  const rung = async () => (await messagesOf(scene, orderId)).to(housing.unit, 'call');

  await clock.advance(4.9);
  checks.same('nobody is rung again before five minutes', (await rung()).length, 1);
  await clock.advance(0.1);
  const first = (await rung()).at(1);
  checks.same(
    'after 5 minutes without a signature the duty telephone rings',
    (await rung()).length,
    2,
  );
  await clock.advance(5);
  const second = (await rung()).at(2);
  checks.same('after 10 minutes it rings again', (await rung()).length, 3);
  checks.that(
    'at the next on the roster, another number',
    first !== undefined && second !== undefined && first.to !== second.to,
    { first, second },
  );
  checks.that(
    'the pretend telephone says it was rung',
    [first, second].every((message) => message?.state === 'sent'),
    { first, second },
  );
  const { police, housing: still } = await dutiesOf(scene, orderId);
  checks.same('nobody signed in the meantime', [still.state, police.state], ['sent', 'sent']);
}

/** T12 is not for U1 (先办后议): a return is refused in words, and a unit may not take back, pass on or undo the dispatch. */
async function noReturn(scene: Scene, orderId: string): Promise<void> {
  const { checks, housing, police, citizen } = scene;
  const { housing: duty } = await dutiesOf(scene, orderId);
  checks.same(
    'what is urgent is worked first: the unit cannot return it',
    await housing.refusal(disputes.askReturn, {
      orderId,
      assignmentId: duty.id,
      reason: 'not-our-duty',
      basis: '三定规定:不属于本局职责',
      properUnit: '350600.cgj',
      words: '请改派城市管理局。',
    }),
    'disputes.urgent-first',
  );
  for (const [name, unit] of [
    ['housing bureau', housing],
    ['police', police],
    ['citizen', citizen],
  ] as const) {
    const refusals = [
      await unit.refusal(dispatch.recall, { orderId, reason: '不属于本单位职责' }),
      await unit.refusal(dispatch.undoSend, { orderId }),
      await unit.refusal(dispatch.reassign, { orderId, lead: '350600.cgj', reason: '请改派' }),
    ];
    const expected = unit === citizen ? 'identity.sign-in-needed' : 'identity.not-permitted';
    checks.same(`the ${name} can neither recall, undo nor re-assign it`, refusals, [
      expected,
      expected,
      expected,
    ]);
  }
}
