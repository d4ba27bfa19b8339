import { callBack, handling, orders } from '@minsheng/contract';
import type { Twin } from '../../twins/police-110/testing/twin.ts';
import { photo } from '../kit/photo.ts';
import { settled } from '../manhole/police-line.ts';
import type { Heard } from './heard-thrice.ts';
import type { Scene } from './scene.ts';

const at = { lng: 117.652, lat: 24.513 };
const answer = '您反映的路灯已经全部修好,现在正常亮灯,感谢您的反映。';

/** Worked once by the one lead; each net reads its own result under its own number. */
export async function eachItsResult(scene: Scene, heard: Heard): Promise<void> {
  const { checks, caller, clock, grid, market } = scene;
  checks.chapter('Each net reads its own result');
  await handIn(scene, heard.byPhone);
  await clock.advance(1);
  await clock.advanceToHour('11:30');
  for (const orderId of Object.values(heard)) {
    await caller.call(callBack.attempt, { orderId, reached: true, answers: solved });
    await caller.call(callBack.close, { orderId, as: 'solved' });
  }
  const isOver = (net: Twin) => async () => (await net.cases())[0]?.state === 'done';
  checks.that('the grid has its result', await settled(scene, isOver(grid)));
  checks.that('12315 has its result', await settled(scene, isOver(market)));
  const [ofGrid, ofMarket] = await Promise.all([grid.cases(), market.cases()]);
  const numbers = [...ofGrid, ...ofMarket].map(({ peer_number }) => peer_number);
  checks.same('one case each, under two numbers of ours', new Set(numbers).size, 2);
  for (const net of [grid, market]) {
    const { received } = await net.case((await net.cases())[0]?.number ?? '');
    const results = received.filter(({ kind }) => kind === 'result');
    checks.same('told once that it is over', results.length, 1);
  }
}

const solved = {
  contacted: true,
  solved: 'solved',
  processRating: 'satisfied',
  resultRating: 'satisfied',
  reason: '',
  reasonClass: null,
} as const;

async function handIn({ clock, housing, reviewer }: Scene, orderId: string): Promise<void> {
  const { assignments } = await housing.call(orders.orderPage, { orderId });
  const key = { orderId, assignmentId: assignments[0]?.id ?? '' };
  await housing.call(handling.sign, key);
  await housing.call(handling.contact, { ...key, reached: true, note: '' });
  const takenAt = await clock.now();
  const before = await housing.upload(photo({ takenAt, at, shade: 1 }), 'before');
  const after = await housing.upload(photo({ takenAt, at, shade: 6 }), 'after');
  await housing.call(handling.submit, {
    ...key,
    isTrue: 'true',
    isSolved: 'solved',
    process: '更换灯头与线缆,路灯全部亮起。',
    publicAnswer: answer,
    measures: [{ kind: 'things', what: '更换灯头与线缆' }],
    assetChanges: [{ what: '路灯', count: 3, place: '示例北路' }],
    evidence: [
      { code: 'before', fileId: before },
      { code: 'after', fileId: after },
    ],
  });
  await reviewer.call(handling.approveReply, { orderId });
}
