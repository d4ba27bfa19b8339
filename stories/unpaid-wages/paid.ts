import { dispatch, handling, mechanisms, orders } from '@minsheng/contract';
import { closedWhenSaid, fill } from '../kit/centre.ts';
import {
  answer,
  bureauUnit,
  code,
  figures,
  proofs,
  type Scene,
  signedAndSpoken,
  told,
} from './scene.ts';

const claimedFen = 1_300_000;

/** 13,000 yuan: sent to the county bureau, paid with proof, and the worker says how much came. */
export async function paid(scene: Scene): Promise<void> {
  const { checks, bureau, reviewer, clock } = scene;
  checks.chapter('13,000 yuan: paid, and confirmed by the worker');
  const key = await told(scene, {
    worker: 'first',
    project: '示例园区3号厂房',
    contractor: '示例建设一公司',
    claimedFen,
  });
  await checkSent(scene, key.orderId);
  await clock.advance(50);
  await signedAndSpoken(scene, key);
  const evidence = await proofs(scene);
  const submit = (given: typeof evidence) =>
    bureau.refusal(handling.submit, { ...key, ...answer, evidence: given });
  checks.same(
    'without the sums nothing is handed in',
    await submit(evidence),
    'mechanisms.incomplete',
  );
  await fill(bureau, key.orderId, { amount_verified: claimedFen, amount_paid: claimedFen });
  checks.same(
    'nor without the proof of payment',
    await submit(evidence.slice(0, 1)),
    'handling.evidence-missing',
  );
  checks.same('with both it is', await submit(evidence), null);
  // A leader's signature where the city asks for one.
  await bureau.refusal(handling.signOff, { ...key, agreed: true });
  await reviewer.call(handling.approveReply, { orderId: key.orderId });
  await confirmed(scene, key.orderId, claimedFen);
  const sums = await figures(scene);
  checks.same(
    'claimed, verified, paid and confirmed are the same 13,000 yuan',
    [sums.claimed, sums.verified, sums.paid, sums.confirmed],
    [claimedFen, claimedFen, claimedFen, claimedFen],
  );
  checks.same('and nothing is left over', [sums['still-owed'], sums.unconfirmed], [0, 0]);
}

async function checkSent(scene: Scene, orderId: string): Promise<void> {
  const { checks, dispatcher, director } = scene;
  const page = await director.call(orders.orderPage, { orderId });
  checks.same(
    'the county bureau of labour leads; the city’s and the county are copied',
    page.assignments.map(({ unit, role }) => [unit.code, role]).toSorted(),
    [
      ['650500.rsj', 'copy'],
      ['650522', 'copy'],
      [bureauUnit, 'lead'],
      ['650522.zjj', 'copy'],
    ],
  );
  const { held } = await dispatcher.call(mechanisms.orderMechanism, { orderId });
  checks.same('the order is under the mechanism', held?.code, code);
  const refused = await dispatcher.refusal(dispatch.send, { orderId, lead: bureauUnit });
  checks.same('it is sent once', refused, 'orders.stale');
}

/** 快核: the worker is asked how much came, and only then the order closes. */
export async function confirmed(scene: Scene, orderId: string, fen: number): Promise<void> {
  await scene.clock.advanceToHour('11:30');
  await closedWhenSaid(scene, {
    ...{ orderId, processRating: 'satisfied', wanted: { amount_confirmed: fen } },
    what: 'without the worker’s own figure it is not closed',
  });
}
