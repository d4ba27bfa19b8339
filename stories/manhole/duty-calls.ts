import { dispatch } from '@minsheng/contract';
import { z } from 'zod';
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

/** T12 is not for U1: the interface has no return at all, and a unit may not take back, pass on or undo the dispatch. */
async function noReturn(scene: Scene, orderId: string): Promise<void> {
  const { checks, housing, police, citizen } = scene;
  const paths = await pathsOf(scene);
  checks.that(
    'the interface says that it can dispatch',
    paths.includes('/dispatch/{orderId}/send'),
  );
  // What another line returns to the centre (转接退回) is no unit's way out of a duty.
  const returning = paths
    .filter((path) => !path.endsWith('/transfer/return'))
    .filter((path) => /return|refuse|decline|send-back/.test(path));
  checks.same('and has no operation by which a unit returns an order', returning, []);
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

const description = z.object({ paths: z.record(z.string(), z.unknown()) });

async function pathsOf({ server }: Scene): Promise<string[]> {
  const response = await fetch(`${server.url}/api/openapi.json`);
  const { paths } = description.parse(await response.json());
  return Object.keys(paths).map((path) => path.replace(/^\/api/, ''));
}
