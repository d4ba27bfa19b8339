import { callBack, dispatch, handling, media, mediaPublic } from '@minsheng/contract';
import { hired, type Person } from '../kit/person.ts';
import { photo } from '../kit/photo.ts';
import type { Key } from './ended.ts';
import { title, words } from './published.ts';
import { checkNobody, publicTexts, type Scene } from './scene.ts';

const at = { lng: 93.51, lat: 42.83 };
const corrected = `${words}更换线路后,整条街的路灯已经亮了。`;
const clip = { clipUrl: null, showsPerson: false } as const;

/** From the story to the result: solved after it was published, corrected in public, counted twice. */
export async function solved(scene: Scene, key: Key & { pieceId: string }): Promise<void> {
  const { checks, citizen, clock } = scene;
  checks.chapter('The lamps are mended, and the story says so');
  await mended(scene, key.orderId);
  const page = await citizen.call(mediaPublic.publicPiece, { no: 1 });
  checks.same('the page says it is solved', [page.orders, page.solved], [1, 1]);
  await correctedInPublic(scene, key.pieceId);
  await checkEffect(scene);
  await clock.advance(60);
  await withdrawn(scene, key.pieceId);
}

async function mended(scene: Scene, orderId: string): Promise<void> {
  const { dispatcher, clock, reviewer, caller, admin, server } = scene;
  const { lead } = await dispatcher.call(dispatch.suggestion, { orderId });
  const unitCode = lead?.code ?? '';
  const sent = await dispatcher.call(dispatch.send, { orderId, lead: unitCode });
  const assignmentId = sent.assignments.find(({ role }) => role === 'lead')?.id ?? '';
  const seat = { login: 'lamp-unit', name: '照明养护承办', unitCode, role: 'unit-leader' } as const;
  const unit = await hired(server, admin, seat);
  const duty = { orderId, assignmentId };
  await clock.advance(5);
  await unit.call(handling.sign, duty);
  await unit.call(handling.contact, { ...duty, reached: true, note: '已核实路段' });
  await clock.advance(60);
  await unit.call(handling.submit, {
    ...duty,
    ...{ isTrue: 'true', isSolved: 'solved', process: '更换老化线路,逐盏试亮。' },
    measures: [{ kind: 'things', what: '更换整条街的老化线路' }],
    publicAnswer: '您好,线路已更换,整条街的路灯已恢复照明。',
    evidence: await proofs(scene, unit, duty),
  });
  // A leader's signature where the city asks for one.
  await unit.refusal(handling.signOff, { ...duty, agreed: true });
  await reviewer.call(handling.approveReply, { orderId });
  await clock.advanceToHour('11:30');
  const answers = {
    contacted: true,
    solved: 'solved',
    processRating: 'satisfied',
    resultRating: 'satisfied',
    reason: '',
    reasonClass: null,
  } as const;
  await caller.call(callBack.attempt, { orderId, reached: true, answers });
  await caller.call(callBack.close, { orderId, as: 'solved' });
}

async function proofs(
  { clock }: Scene,
  unit: Person,
  duty: { orderId: string; assignmentId: string },
): Promise<{ code: string; fileId: string }[]> {
  const takenAt = await clock.now();
  const { evidence } = await unit.call(handling.dutyView, duty);
  const wanted = evidence.filter(({ required }) => required);
  const rows = [];
  for (const [no, { code }] of wanted.entries()) {
    const picture = photo({ takenAt, at, shade: 1 + no * 3 });
    rows.push({ code, fileId: await unit.upload(picture, 'evidence') });
  }
  return rows;
}

async function correctedInPublic(scene: Scene, pieceId: string): Promise<void> {
  const { checks, editor, second, reviewer, director } = scene;
  const again = { pieceId, title, words: corrected, ...clip };
  checks.same(
    'what is public is not rewritten without saying why',
    await editor.refusal(media.rewritePiece, again),
    'media.reason-needed',
  );
  await editor.call(media.rewritePiece, { ...again, reason: '补充检修结果' });
  const steps = [
    ['edit', second],
    ['vet', reviewer],
    ['release', director],
  ] as const;
  for (const [step, who] of steps)
    await who.call(media.signPiece, { pieceId, wordsNo: 3, step, agreed: true, words: '同意' });
  await checkNobody(scene, 1, '整条街的路灯已经亮了');
  const texts = await publicTexts(scene, 1);
  const said = [...texts.values()].filter((text) => text.includes('补充检修结果'));
  checks.same('the correction and its reason stand on list, page and both feeds', said.length, 4);
}

async function checkEffect(scene: Scene): Promise<void> {
  const { checks, editor } = scene;
  const asked = { from: '2026-06-01', until: '2026-06-30' };
  const effect = await editor.call(media.readEffect, asked);
  checks.same('one order came as a tip, solved after its story', effect.orders, {
    ...{ all: 1, open: 0, solved: 1, 'solved-after': 1 },
  });
  checks.that('both counts agree', effect.agrees, effect.counts);
  // Opened twice by a reader, and each check of the page opened it once.
  checks.same('every opening was counted, and nobody', effect.reads, 5);
  const { rows } = await editor.call(media.listEffectOrders, { ...asked, box: 'solved-after' });
  checks.same(
    'the number opens to the order, its tip and its story',
    rows.map(({ tipNo, pieceNo, isSolved }) => [tipNo, pieceNo, isSolved]),
    [[1, 1, true]],
  );
}

async function withdrawn(scene: Scene, pieceId: string): Promise<void> {
  const { checks, director, citizen } = scene;
  await director.call(media.withdrawPiece, { pieceId, reason: '应当事单位要求重新核对' });
  const page = await citizen.call(mediaPublic.publicPiece, { no: 1 });
  checks.same(
    'taken off, neither title nor words are left, and the reason is public',
    [page.title, page.words, page.withdrawn?.reason],
    ['', '', '应当事单位要求重新核对'],
  );
  const texts = [...(await publicTexts(scene, 1)).values()];
  checks.that(
    'nor in the feeds',
    texts.every((text) => !text.includes(title) && text.includes('应当事单位要求重新核对')),
  );
}
