import { callBack, handling } from '@minsheng/contract';
import { type Answer, answerFor, type Park, pageOf, type Scene, sendPhoto } from './scene.ts';

/** HC1: measures by kind, posts as asset changes with their place, photos before and after; refused without. */
export async function handIn(scene: Scene, orderId: string, assignmentId: string, park: Park) {
  const { checks, clock, housing } = scene;
  const key = { orderId, assignmentId };
  await housing.call(handling.sign, key);
  await housing.call(handling.contact, { ...key, reached: true, note: '已与诉求人核实入口位置' });
  const view = await housing.call(handling.dutyView, key);
  checks.that(
    'the reply form asks for measures and asset changes',
    view.asksMeasures && view.asksAssetChanges,
  );
  checks.same(
    'and demands photos before and after',
    view.evidence
      .filter(({ required }) => required)
      .map(({ code }) => code)
      .toSorted(),
    ['after', 'before'],
  );
  const found = await clock.now();
  await clock.advance(2 * 24 * 60);
  const before = await sendPhoto(scene, park, 'before', found);
  const after = await sendPhoto(scene, park, 'after', await clock.now());
  const answer = answerFor(park, before, after);
  const refused = (differences: Partial<Answer>) =>
    housing.refusal(handling.submit, { ...key, ...answer, ...differences });
  const half = (answer.evidence ?? []).filter(({ code }) => code === 'before');
  checks.same(
    'without photos it is refused, with the one before alone, and without a measure',
    [
      await refused({ evidence: [] }),
      await refused({ evidence: half }),
      await refused({ measures: [] }),
    ],
    ['handling.evidence-missing', 'handling.evidence-missing', 'handling.measures-missing'],
  );
  const done = await housing.call(handling.submit, { ...key, ...answer });
  checks.same('whole, it is handed in', done.state, 'submitted');
  await checkKept(scene, orderId, park);
}

async function checkKept(scene: Scene, orderId: string, park: Park): Promise<void> {
  const { checks } = scene;
  const page = await pageOf(scene, orderId);
  const reply = page.replies[0];
  checks.same(
    'the measures stand by their kind: 人防 and 物防',
    reply?.measures.map(({ kind }) => kind),
    ['people', 'things'],
  );
  const change = reply?.assetChanges[0];
  checks.same(
    'twelve posts stand as an asset change with their place',
    [change?.what, change?.count, change?.at],
    ['隔离桩', 12, park.at],
  );
  const purposes = page.files.map(({ purpose }) => purpose).toSorted();
  checks.same('the photos hang on the order', purposes, ['after', 'before']);
  const [late, early] = ['after', 'before'].map((purpose) =>
    page.files.find((file) => file.purpose === purpose),
  );
  checks.that(
    'the one before was taken before the one after',
    (early?.takenAt ?? '9') < (late?.takenAt ?? '0'),
    page.files,
  );
  checks.that(
    'each with its time and place',
    page.files.every(({ takenAt, point }) => takenAt && point),
    page.files,
  );
}

/** Reviewed, asked whether it is solved, closed. */
export async function closeSolved(scene: Scene, orderId: string): Promise<void> {
  const { checks, caller, clock, reviewer } = scene;
  await reviewer.call(handling.approveReply, { orderId });
  await clock.advanceToHour('11:30');
  await caller.call(callBack.attempt, {
    orderId,
    reached: true,
    answers: {
      contacted: true,
      solved: 'solved',
      processRating: 'satisfied',
      resultRating: 'very-satisfied',
      reason: '',
      reasonClass: null,
    },
  });
  await caller.call(callBack.close, { orderId, as: 'solved' });
  const page = await pageOf(scene, orderId);
  checks.same('solved and closed', page.status, 'closed');
  checks.same('a look back is set by itself', page.followUps.length, 1);
}
