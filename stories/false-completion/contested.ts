import { callBack, contest } from '@minsheng/contract';
import { answeredLamp, asked, pageOf, type Scene, shown } from './scene.ts';

/** One score is taken out of the count, one is not; both ratings stay. */
export async function contested(scene: Scene): Promise<void> {
  const { checks, shiftLead, reviewer, director, housing, clock } = scene;
  checks.chapter('A score is contested');
  const [first, second] = [await badlyRated(scene, 'x3'), await badlyRated(scene, 'x9')];
  const before = [await ratingsOf(scene, first), await ratingsOf(scene, second)];
  checks.same(
    'a reason must fit the order',
    await asks(scene, first, 'X10'),
    'call-back.contest-code',
  );
  checks.same('contested because it is not so', await asks(scene, first, 'X3'), null);
  checks.same('contested because nobody was to be found', await asks(scene, second, 'X9'), null);
  const yes = { upheld: true, words: '现场照片证明路灯正常。' };
  const no = { upheld: false, words: '回访时诉求人接听了电话。' };
  checks.same(
    'who approved the answer does not rule',
    await shiftLead.refusal(contest.ruleOnContest, { orderId: first, ...yes }),
    'call-back.contest-own-work',
  );
  await reviewer.call(contest.ruleOnContest, { orderId: first, ...yes });
  await reviewer.call(contest.ruleOnContest, { orderId: second, ...no });
  await housing.call(contest.takeFurther, { orderId: second });
  await director.call(contest.ruleOnContest, { orderId: second, ...no });
  checks.same(
    'the director was the last',
    await housing.refusal(contest.takeFurther, { orderId: second }),
    'call-back.contest-final',
  );
  const counts = await Promise.all(
    [first, second].map(async (orderId) => {
      const { contests } = await housing.call(contest.readContests, { orderId });
      return contests.map(({ counts: isCounted }) => isCounted);
    }),
  );
  checks.same('one does not count, one does', counts, [[false], [true]]);
  const month = (await clock.now()).toISOString().slice(0, 7);
  const list = await director.call(contest.listExclusions, { month });
  checks.same('the month lists it under its code', list.counts, [{ code: 'X3', count: 1 }]);
  const after = [await ratingsOf(scene, first), await ratingsOf(scene, second)];
  checks.same('the ratings are what they were', after, before);
}

async function badlyRated(scene: Scene, seed: string): Promise<string> {
  const orderId = await answeredLamp(scene, seed);
  await asked(scene, orderId, {
    resultRating: 'dissatisfied',
    reason: '希望换成更亮的灯',
    reasonClass: 'objective',
  });
  await scene.caller.call(callBack.close, { orderId, as: 'solved' });
  return orderId;
}

async function asks(scene: Scene, orderId: string, code: 'X3' | 'X9' | 'X10') {
  const fileIds = [await shown(scene, scene.housing, 4)];
  const words = '附现场照片,请复核。';
  return scene.housing.refusal(contest.askContest, { orderId, code, words, fileIds });
}

const ratingsOf = async (scene: Scene, orderId: string): Promise<string> =>
  JSON.stringify((await pageOf(scene, orderId)).callBacks);
