import { handling, mechanisms } from '@minsheng/contract';
import { closedWhenSaid, fill } from '../kit/centre.ts';
import { photo } from '../kit/photo.ts';
import {
  answer,
  arrived,
  code,
  figures,
  type Key,
  type Scene,
  spokenWith,
  spot,
  told,
} from './scene.ts';

/** On the spot within two hours, before the visitor leaves, asked about after the return. */
export async function settled(scene: Scene): Promise<void> {
  const { checks, rapid, reviewer, clock, director } = scene;
  checks.chapter('Settled before departure');
  const key = await told(scene, 'first', '2026-05-03');
  await clock.advance(10);
  await spokenWith(scene, key);
  await fill(rapid, key.orderId, { finding: 'merchant' });
  const early = await rapid.refusal(handling.submit, {
    ...key,
    ...answer,
    ...(await shown(scene)),
  });
  checks.same(
    'nobody answers from the desk: the unit has to be there',
    early,
    'mechanisms.incomplete',
  );
  await arrived(scene, key);
  await handedIn(scene, key);
  await reviewer.call(handling.approveReply, { orderId: key.orderId });
  const { 'there-fast': there, 'before-leaving': before } = await figures(scene);
  checks.same('on the spot within two hours', [there?.orders, there?.among], [1, 1]);
  checks.same('answered before the visitor left', [before?.orders, before?.among], [1, 1]);
  await askedAtHome(scene, key);
  const { rows } = await director.call(mechanisms.mechanismGroups, { code, by: 'merchant' });
  checks.same('the shop’s record counts it, for it was found true', rows[0]?.counted, 1);
  await objected(scene, key);
}

async function shown({ rapid, clock }: Scene) {
  const takenAt = await clock.now();
  const fileId = await rapid.upload(photo({ takenAt, at: spot, shade: 6 }), 'evidence');
  return { evidence: [{ code: 'check_record', fileId }] };
}

async function handedIn(scene: Scene, key: Key): Promise<void> {
  const { checks, rapid } = scene;
  const evidence = await shown(scene);
  const submit = () => rapid.refusal(handling.submit, { ...key, ...answer, ...evidence });
  await fill(rapid, key.orderId, { settlement: 'refund' });
  checks.same('how much was paid back has to be said', await submit(), 'mechanisms.incomplete');
  await fill(rapid, key.orderId, { amount_settled: 12_800 });
  checks.same('then it is handed in', await submit(), null);
  // A leader's signature where the city asks for one.
  await rapid.refusal(handling.signOff, { ...key, agreed: true });
}

async function askedAtHome(scene: Scene, { orderId }: Key): Promise<void> {
  const { clock } = scene;
  await clock.advance(2 * 24 * 60);
  await clock.advanceToHour('10:30');
  await closedWhenSaid(scene, {
    ...{ orderId, processRating: 'very-satisfied', wanted: { confirmed_home: true } },
    what: 'not closed before the visitor says so from home',
  });
}

/** 档案异议: the shop may object; somebody else rules. */
async function objected({ checks, rapid, director }: Scene, { orderId }: Key): Promise<void> {
  const { objectionId } = await rapid.call(mechanisms.raiseObjection, {
    orderId,
    reason: '店家说标签是批发商贴错的,已换掉。',
  });
  await director.call(mechanisms.ruleOnObjection, {
    objectionId,
    upheld: true,
    ruling: '核对进货单,属批发商标签错误。',
  });
  const { rows } = await director.call(mechanisms.mechanismGroups, { code, by: 'merchant' });
  checks.same('upheld, it no longer counts', [rows[0]?.orders, rows[0]?.counted], [1, 0]);
}
