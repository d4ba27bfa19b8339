import { isUrgent } from '@minsheng/contract/words/order.ts';
import type * as dispatch from '../../modules/dispatch/index.ts';
import { arrive } from '../../modules/handling/arrive.ts';
import { contact } from '../../modules/handling/contact.ts';
import { askInfo, giveInfo } from '../../modules/handling/info.ts';
import { markFixed } from '../../modules/handling/mark-fixed.ts';
import { signOff } from '../../modules/handling/sign-off.ts';
import { submit } from '../../modules/handling/submit.ts';
import type { Actor } from '../../platform/actor.ts';
import { evidenceFor, keptPhoto } from '../evidence.ts';
import { minutesAfter, whenOpen } from '../office-time.ts';
import type { DoneWords } from '../texts.ts';
import { signIfSent } from './assist.ts';
import { deferred } from './defer.ts';
import { delegated } from './delegate.ts';
import { disputed } from './dispute.ts';
import { fillAt } from './mechanism.ts';
import { reporting } from './report.ts';
import { inTime, isLeftOpen, type Life, type Scene, soon } from './scene.ts';

type Duty = dispatch.Assignment;

const keyOf = (duty: Duty) => ({ orderId: duty.order_id, assignmentId: duty.id });
const hoursOf = (duty: Duty) => (isUrgent(duty.urgency) ? 'always' : 'office');

/** 承办 by the unit that answers: true when its answer is with the reviewers. */
export async function* workOn(scene: Scene, lead: Duty, done: DoneWords): Life<boolean> {
  const { part, staff, chance } = scene;
  const worker = await staff.unit(lead.unit_code, 'work');
  if (part.stops === 'sent') return false;
  yield* signed(scene, lead, worker);
  if (disputes(scene, lead) && !(yield* disputed(scene, lead))) return false;
  yield* spokenWith(scene, lead, worker);
  if (defers(part) && !isUrgent(lead.urgency)) return yield* deferred(scene, lead);
  if (part.stops === 'reporting') return yield* reporting(scene, lead);
  const wonders = part.stops === null && !isUrgent(lead.urgency) && chance.of(0.06);
  const asksInfo = part.stops === 'need-info' || wonders;
  if (asksInfo && !(yield* informed(scene, lead, worker))) return false;
  const child = yield* delegated(scene, lead, worker);
  if (child) yield* workBelow(scene, child, done);
  else yield* onScene(scene, lead, worker);
  if (part.stops === 'working') return false;
  yield* timeToSubmit(scene, lead);
  return yield* handedIn(scene, lead, worker, done);
}

const defers = ({ stops }: Scene['part']): boolean =>
  stops === 'deferral-asked' || stops === 'parked' || stops === 'unreviewed';

/** One in twenty says at first that it is another's; what is urgent is worked, whoever should have. */
const disputes = ({ part, chance }: Scene, lead: Duty): boolean =>
  lead.round === 0 &&
  !isUrgent(lead.urgency) &&
  (part.stops === 'in-dispute' || (part.stops === null && part.group === null && chance.of(0.05)));

/** One in ten lets the limit pass; the rule signs then. */
export async function* signed(scene: Scene, duty: Duty, worker: Actor): Life {
  if (scene.part.stops === null && scene.chance.of(0.1)) yield soon(scene, [300, 600], 'office');
  yield soon(scene, isUrgent(duty.urgency) ? [1, 4] : [5, 120], hoursOf(duty));
  await scene.world.do(worker, signIfSent, duty);
}

async function* spokenWith(scene: Scene, duty: Duty, worker: Actor): Life {
  const { chance, world } = scene;
  yield soon(scene, isUrgent(duty.urgency) ? [3, 15] : [20, 200], hoursOf(duty));
  if (chance.of(0.15)) {
    await world.do(worker, contact, {
      ...keyOf(duty),
      reached: false,
      note: '无人接听,稍后再联系。',
    });
    yield soon(scene, [30, 180], hoursOf(duty));
  }
  const note = chance.one(['', '已电话联系,约定到现场查看。', '已向诉求人说明办理时限。']);
  await world.do(worker, contact, { ...keyOf(duty), reached: true, note });
}

async function* informed(scene: Scene, duty: Duty, worker: Actor): Life<boolean> {
  const { part, world, staff } = scene;
  const question = '请诉求人补充具体情况和最近一次发生的时间,有照片或凭证的请一并提供。';
  await world.do(worker, askInfo, { ...keyOf(duty), question });
  if (part.stops === 'need-info') return false;
  yield soon(scene, [90, 900], 'office');
  const given = {
    orderId: duty.order_id,
    content: '诉求人补充:最近一次是前天下午,照片和凭证可以当面提供。',
    fileIds: [],
  };
  await world.do(await staff.centre('agent'), giveInfo, given);
  return true;
}

async function* workBelow(scene: Scene, child: Duty, done: DoneWords): Life {
  const worker = await scene.staff.unit(child.unit_code, 'work');
  yield* signed(scene, child, worker);
  yield* onScene(scene, child, worker);
  if (scene.part.stops === 'working') return;
  yield soon(scene, [60, 900], hoursOf(child));
  await handIn(scene, child, worker, done);
}

async function* onScene(scene: Scene, duty: Duty, worker: Actor): Life {
  const { chance, world } = scene;
  const isSpecial = scene.part.fields !== undefined;
  if (!isUrgent(duty.urgency) && !isSpecial && chance.of(0.5)) return;
  yield soon(scene, isUrgent(duty.urgency) ? [6, 20] : [60, 500], hoursOf(duty));
  const { seed, matter } = scene.part;
  const wanted = { seed, matter, purpose: 'arrival', shown: 'before' } as const;
  await world.do(
    worker,
    async (ctx, key) => arrive(ctx, { ...key, fileIds: [await keptPhoto(ctx, wanted)] }),
    keyOf(duty),
  );
  if (!isUrgent(duty.urgency)) return;
  yield soon(scene, [6, 45], 'always');
  await world.do(worker, markFixed, { ...keyOf(duty), fileIds: [] });
}

/** Most hand in with time to spare, one in nine is late. */
async function* timeToSubmit(scene: Scene, duty: Duty): Life {
  const { chance, world } = scene;
  const now = world.clock.now();
  const left = ((duty.due_at ?? minutesAfter(now, 2880)).getTime() - now.getTime()) / 60_000;
  const share = chance.of(0.11) ? chance.between(105, 135) : chance.between(15, 80);
  const at = minutesAfter(now, Math.max(20, (left * share) / 100));
  yield inTime(scene, isUrgent(duty.urgency) ? at : whenOpen(at, chance.between(5, 120)));
}

/** 提交 by the lead, and what a serious order asks beside it: true when it is with the reviewers. */
export async function* handedIn(
  scene: Scene,
  lead: Duty,
  worker: Actor,
  done: DoneWords,
): Life<boolean> {
  const state = await handIn(scene, lead, worker, done);
  if (state === 'to-sign-off') return yield* signedOff(scene, lead);
  return scene.part.stops !== 'to-sign-off';
}

/** 提交, with all that the form demands. Answers the state the duty is in then. */
async function handIn(scene: Scene, duty: Duty, worker: Actor, done: DoneWords): Promise<string> {
  const { chance, world, part } = scene;
  const { did, tell, measures, assets } = isLeftOpen(scene) ? forLater : done;
  const reply = {
    isTrue: chance.of(0.95) ? 'true' : 'partly',
    isSolved: isLeftOpen(scene) ? 'not-solved' : 'solved',
    unsolvedReason: isLeftOpen(scene) ? forLater.why : '',
    process: did,
    publicAnswer: tell,
    basis: '',
    assetChanges: assets.map(([what, count]) => ({ what, count, place: part.place.address })),
  } as const;
  const { state } = await world.do(
    worker,
    async (ctx, key) => {
      if (duty.role === 'lead')
        await fillAt(ctx, { orderId: key.orderId, stage: 'handling', chance });
      const { evidence, asksMeasures } = await evidenceFor(ctx, key.orderId, part.seed);
      const kind = assets.length > 0 ? 'things' : 'people';
      const fallback = asksMeasures ? [[kind, did.slice(0, 60)] as const] : [];
      const told = measures.length > 0 ? measures : fallback;
      const given = { measures: told.map(([kind, what]) => ({ kind, what })), evidence };
      return submit(ctx, { ...key, ...reply, ...given });
    },
    keyOf(duty),
  );
  return state;
}

/** 一时办不了: what one in fourteen hears about a thing that has to be rebuilt. */
const forLater: DoneWords & { why: string } = {
  did: '现场核实属实,已采取临时措施并安排巡查;彻底解决要列入下一批改造计划。',
  tell: '您反映的情况属实。目前已采取临时措施并定期巡查,彻底解决已列入下一批改造计划,实施前会再告诉您。',
  why: '要列入下一批改造计划,资金和工期已报批,已向诉求人说明。',
  measures: [['people', '临时措施与定期巡查']],
  assets: [],
};

/** 签批 of a serious order. */
async function* signedOff(scene: Scene, duty: Duty): Life<boolean> {
  const { part, world, staff, chance } = scene;
  if (part.stops === 'to-sign-off') return false;
  const leader = await staff.unit(duty.unit_code, 'sign-off');
  yield soon(scene, [15, 200], hoursOf(duty));
  await world.do(leader, signOff, {
    ...keyOf(duty),
    agreed: true,
    note: chance.one(['', '同意。']),
  });
  return true;
}
