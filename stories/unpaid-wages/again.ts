import { handling, mechanisms, supervision } from '@minsheng/contract';
import { fill } from '../kit/centre.ts';
import { confirmed } from './paid.ts';
import { answer, code, figures, proofs, type Scene, signedAndSpoken, told } from './scene.ts';

const claimedFen = 1_000_000;
const paidFen = 800_000;
const confirmedFen = 790_000;

/** The second complaint about the project: supervised by itself, and every difference is listed. */
export async function again(scene: Scene): Promise<void> {
  const { checks, bureau, reviewer, clock, director } = scene;
  checks.chapter('The same project again: supervised by itself, and the sums reconcile');
  const key = await told(scene, {
    worker: 'second',
    // Written otherwise, it is the same project.
    project: '示例园区 3号厂房',
    contractor: '示例建设一公司',
    claimedFen,
  });
  await clock.advance(1);
  const { supervisions } = await director.call(supervision.readSupervision, {
    orderId: key.orderId,
  });
  checks.same(
    'S3 stands without anybody having pressed a button',
    supervisions.map(({ level, trigger, state }) => [level, trigger, state]),
    [['S3', 'same-object', 'open']],
  );
  await checkListed(scene, key.orderId);
  await signedAndSpoken(scene, key);
  await fill(bureau, key.orderId, { amount_verified: claimedFen, amount_paid: paidFen });
  const evidence = await proofs(scene);
  await bureau.call(handling.submit, { ...key, ...answer, evidence });
  await bureau.refusal(handling.signOff, { ...key, agreed: true });
  await reviewer.call(handling.approveReply, { orderId: key.orderId });
  await confirmed(scene, key.orderId, confirmedFen);
  const sums = await figures(scene);
  checks.same(
    'verified less paid, paid less confirmed',
    [sums['still-owed'], sums.unconfirmed],
    [claimedFen - paidFen, paidFen - confirmedFen],
  );
  const behind = await director.call(mechanisms.mechanismOrders, {
    ...{ code, from: '2025-12-01' },
    ...{ part: 'in', figure: 'unconfirmed' },
  });
  checks.same(
    'the order that makes the difference is the one listed',
    behind.rows.map(({ order }) => order.id),
    [key.orderId],
  );
}

async function checkListed({ checks, bureau, director }: Scene, orderId: string): Promise<void> {
  const list = await bureau.call(mechanisms.jointList, { code });
  const row = list.rows.find((one) => one.orderId === orderId);
  checks.same(
    'the joint list shows it to the county bureau',
    [row?.supervised, row?.isRepeat],
    ['S3', true],
  );
  const text = JSON.stringify(list);
  checks.that('and names nobody', !text.includes('示例劳务队'), text);
  const groups = await director.call(mechanisms.mechanismGroups, { code, by: 'project' });
  checks.same(
    'before the Spring Festival the project is warned of',
    groups.rows.map((one) => [one.orders, one.open, one.isWarned]),
    [[2, 1, true]],
  );
}
