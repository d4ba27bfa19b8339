import { callBack, falseCompletion, visits } from '@minsheng/contract';
import {
  answered,
  answeredLamp,
  asked,
  housingUnit,
  lampPlace,
  pageOf,
  type Scene,
  shown,
} from './scene.ts';

/** The requester was content, the order closed; somebody looked. */
export async function foundOnSite(scene: Scene): Promise<void> {
  const { checks, clock, caller, reviewer, director, housingLeader } = scene;
  checks.chapter('Found at a site check');
  const orderId = await answeredLamp(scene, 'site');
  await asked(scene, orderId, {});
  await caller.call(callBack.close, { orderId, as: 'solved' });
  await clock.advance(3 * 24 * 60);
  await refusesOwnWork(scene, orderId);
  const visitId = await lookedAt(scene, orderId);
  const rule = { orderId, confirmed: true, words: '现场照片有时间和位置,事实清楚。' };
  checks.same(
    'who found it does not confirm it',
    await reviewer.refusal(falseCompletion.ruleOnFalse, rule),
    'call-back.false-own-finding',
  );
  const { rows } = await housingLeader.call(falseCompletion.listFalse, {});
  checks.same(
    'the leader of the unit has it on the list',
    rows.map(({ order }) => order.id),
    [orderId],
  );
  await clock.advance(2 * 24 * 60);
  await director.call(falseCompletion.ruleOnFalse, rule);
  checks.same(
    'a closed order is worked once more',
    (await pageOf(scene, orderId)).status,
    'in-progress',
  );
  const { records } = await director.call(falseCompletion.readFalse, { orderId });
  const [evidence] = records[0]?.files ?? [];
  checks.that('the evidence has its time', evidence?.takenAt !== null, evidence);
  const { lng = 0, lat = 0 } = evidence?.point ?? {};
  checks.same(
    'and its place',
    [lng.toFixed(2), lat.toFixed(2)],
    [lampPlace.lng.toFixed(2), lampPlace.lat.toFixed(2)],
  );
  const { isReported, photos } = await director.call(visits.readVisit, { visitId });
  checks.same('the visit keeps its own', [isReported, photos.length], [true, 1]);
  await answered(scene, orderId);
  await asked(scene, orderId, {});
  await caller.call(callBack.close, { orderId, as: 'solved' });
  checks.same('and ends a second time', (await pageOf(scene, orderId)).status, 'closed');
}

/** 现场核查: asked for, and never of those who answered. */
const lampCheck = (orderId: string) =>
  ({
    purpose: 'answer-check',
    concern: { kind: 'order', id: orderId },
    checklist: 'general',
    place: '示例路口',
    point: lampPlace,
    what: '夜间看路灯亮不亮。',
    visitBy: '2026-06-30',
  }) as const;

async function refusesOwnWork({ checks, reviewer }: Scene, orderId: string): Promise<void> {
  checks.same(
    'the unit that answered is not sent to look',
    await reviewer.refusal(visits.askVisit, {
      ...lampCheck(orderId),
      visitorUnit: housingUnit,
    }),
    'visits.own-work',
  );
}

/** Somebody of the centre goes there at night, and comes back with a picture. */
async function lookedAt(scene: Scene, orderId: string): Promise<string> {
  const { checks, clock, reviewer } = scene;
  const { visitId } = await reviewer.call(visits.askVisit, {
    ...lampCheck(orderId),
    visitorUnit: centreUnit,
  });
  const seenAt = (await clock.now()).toISOString();
  const tick = (code: string, value: boolean) => ({ code, value, note: '', seenAt });
  const found = {
    visitId,
    clientId: resultId,
    seenAt,
    ticks: [tick('still-there', true), tick('as-answered', false)],
    outcome: 'not-fixed' as const,
    findings: '夜间到现场,路灯不亮。',
    answerIsFalse: true,
  };
  checks.same(
    'without a picture nothing is found',
    await reviewer.refusal(visits.finishVisit, { ...found, photos: 0 }),
    'visits.photos-missing',
  );
  await reviewer.call(visits.addVisitPhoto, {
    visitId,
    clientId: photoId,
    fileId: await shown(scene, reviewer, 2),
    itemCode: 'scene',
    takenAt: seenAt,
    point: { ...lampPlace, accuracyM: 10 },
  });
  const { isReported } = await reviewer.call(visits.finishVisit, { ...found, photos: 1 });
  checks.that('what was found is registered as false completion at once', isReported);
  const again = await reviewer.call(visits.finishVisit, { ...found, photos: 1 });
  checks.that('sent once more it is still one record', again.isReported);
  return visitId;
}

const centreUnit = '350600.zx';
const [photoId, resultId] = [
  '0e0b1c52-6d0e-4f3e-9a51-2b6f0f5d7a01',
  '0e0b1c52-6d0e-4f3e-9a51-2b6f0f5d7a02',
];
