import { officialZone } from '@minsheng/contract/words/zone.ts';
import { attempt } from '../../modules/call-back/attempt.ts';
import { close } from '../../modules/call-back/close.ts';
import { finishFollowUp } from '../../modules/call-back/follow-up-desk.ts';
import { followUpsOf } from '../../modules/call-back/index.ts';
import { redo } from '../../modules/call-back/redo.ts';
import { rateAppeal } from '../../modules/intake/by-code.ts';
import * as orders from '../../modules/orders/index.ts';
import { cityHour } from '../../modules/organisation/index.ts';
import { anonymous, systemActor } from '../../platform/actor.ts';
import { minutesAfter } from '../office-time.ts';
import { fillAt } from './mechanism.ts';
import type { Told } from './receive.ts';
import { inTime, isLeftOpen, type Life, type Scene, soon } from './scene.ts';

const dayMinutes = 24 * 60;

/** 回访结案: true when it is over; false when the requester says that nothing is solved and it goes back. */
export async function* calledBack(scene: Scene, { orderId, key }: Told): Life<boolean> {
  const { part, world, staff, chance } = scene;
  const caller = await staff.centre('call-back');
  const isWaiting = async () =>
    (await world.do(systemActor, orders.find, orderId))?.status === 'call-back';
  if (!(await isWaiting())) return true;
  if (part.stops === 'call-back' && chance.of(0.4)) return true;
  if (key && chance.of(0.5) && !isLeftOpen(scene)) yield* rated(scene, key);
  else if (!(yield* reached(scene, orderId))) return true;
  if (part.stops === 'call-back') return true;
  yield soon(scene, [1, 60], 'office');
  const isOpen = isLeftOpen(scene);
  if (!key && !isOpen && chance.of(0.12) && (yield* sentBack(scene, orderId))) return false;
  if (!(await isWaiting())) return true;
  const followUpOn = chance.of(0.3) ? dayAfter(scene, chance.between(4, 8)) : undefined;
  const how = isOpen
    ? ({ as: 'unsolved-objective', note: '改造计划和临时措施已说明,诉求人表示理解。' } as const)
    : ({ as: 'solved', note: '' } as const);
  // 解释核查: not by whoever asked.
  const closer = isOpen ? await staff.centre('shift-lead') : caller;
  await world.do(caller, fillAt, { orderId, stage: 'call-back', chance });
  await world.do(closer, close, { orderId, ...how, followUpOn });
  if (followUpOn) scene.spawn(lookedAt(scene, orderId));
  return true;
}

/** Solved, and yet not content: what a unit may contest. */
const slowly = {
  solved: 'solved',
  processRating: 'dissatisfied',
  resultRating: 'basically',
  reason: '事情是办了,等的时间太长,中间没人来说一声。',
} as const;

async function* rated(scene: Scene, key: NonNullable<Told['key']>): Life {
  const { world, chance } = scene;
  yield soon(scene, [30, 900], 'always');
  if (chance.of(0.12)) {
    await world.do(anonymous, rateAppeal, { ...key, ...slowly });
    return;
  }
  await world.do(anonymous, rateAppeal, {
    ...key,
    solved: 'solved',
    processRating: chance.one(['very-satisfied', 'satisfied', 'basically'] as const),
    resultRating: chance.one(['very-satisfied', 'satisfied'] as const),
    reason: chance.one(['', '', '处理得挺快,谢谢。']),
  });
}

/** One in five is not reached at once, a few never within the demo. */
async function* reached(scene: Scene, orderId: string): Life<boolean> {
  const { part, world, staff, chance } = scene;
  const caller = await staff.centre('call-back');
  yield soon(scene, [40, 700], 'office');
  if (chance.of(part.stops === 'call-back' ? 0.6 : 0.2)) {
    const how = chance.one(['no-answer', 'busy'] as const);
    await world.do(caller, attempt, { orderId, reached: false, how });
    if (part.stops === 'call-back') return false;
    yield inTime(scene, minutesAfter(world.clock.now(), dayMinutes + chance.between(5, 200)));
  }
  const processRating = chance.one([
    'very-satisfied',
    'satisfied',
    'satisfied',
    'basically',
  ] as const);
  const answers = isLeftOpen(scene)
    ? ({
        solved: 'not-solved',
        resultRating: 'basically',
        reason: '知道要等改造,希望早点动工。',
        reasonClass: 'objective',
      } as const)
    : ({
        solved: 'solved',
        resultRating: chance.one(['very-satisfied', 'satisfied', 'basically'] as const),
        reason: '',
        reasonClass: null,
      } as const);
  await world.do(caller, attempt, {
    orderId,
    reached: true,
    answers: { contacted: true, processRating, ...answers },
  });
  return true;
}

/** 重办: on a second thought it is not solved, and the unit could have known. */
async function* sentBack(scene: Scene, orderId: string): Life<boolean> {
  const { world, staff } = scene;
  const order = await world.do(systemActor, orders.find, orderId);
  if (order?.status !== 'call-back' || order.round > 0) return false;
  const caller = await staff.centre('call-back');
  const reason = '诉求人表示只解决了一部分,过几天又和原来一样。';
  await world.do(caller, attempt, {
    orderId,
    reached: true,
    answers: {
      contacted: true,
      solved: 'not-solved',
      processRating: 'basically',
      resultRating: 'dissatisfied',
      reason,
      reasonClass: 'subjective',
    },
  });
  yield soon(scene, [5, 90], 'office');
  await world.do(caller, redo, { orderId, reason });
  return true;
}

function dayAfter({ world }: Scene, days: number): string {
  return cityHour(minutesAfter(world.clock.now(), days * dayMinutes), officialZone).on;
}

/**
 * 到期复查: half of what falls due is looked at within two days, the rest waits on the desk. What is found broken again opens
 * a new order, which nobody of the demo would send: only this morning's are.
 */
async function* lookedAt(scene: Scene, orderId: string): Life {
  const { world, staff, chance, end } = scene;
  if (chance.of(0.5)) return;
  yield minutesAfter(world.clock.now(), chance.between(9, 11) * dayMinutes);
  const [due] = await world.do(systemActor, followUpsOf, orderId);
  if (!due) return;
  const isFresh = minutesAfter(world.clock.now(), 4 * 60) > end;
  const found = isFresh
    ? { stillSolved: false, note: '诉求人反映又出现了同样的情况。' }
    : { stillSolved: true, note: '联系诉求人确认,没有反复。' };
  const caller = await staff.centre('call-back');
  await world.do(caller, finishFollowUp, { followUpId: due.id, ...found });
}
