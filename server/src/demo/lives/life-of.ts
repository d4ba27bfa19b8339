import { isStanding } from '@minsheng/contract/words/assignment.ts';
import { officialZone } from '@minsheng/contract/words/zone.ts';
import * as dispatch from '../../modules/dispatch/index.ts';
import { recall } from '../../modules/dispatch/recall.ts';
import { approveReply, rejectReply } from '../../modules/handling/review.ts';
import { endTransfer, noteTransferReceipt } from '../../modules/intake/transfers.ts';
import { checkAccepted } from '../../modules/intake/waiting.ts';
import * as orders from '../../modules/orders/index.ts';
import { cityHour } from '../../modules/organisation/index.ts';
import { systemActor } from '../../platform/actor.ts';
import { minutesAfter } from '../office-time.ts';
import type { DoneWords } from '../texts.ts';
import { beside, withdrawn } from './beside.ts';
import { calledBack } from './close.ts';
import { sendOut } from './handle.ts';
import { joinGroup, receive, type Told } from './receive.ts';
import { type Life, type Scene, soon } from './scene.ts';
import { handedIn, workOn } from './work.ts';

/** One order from the first word on, as far as its part says and its time carries it. */
export async function* lifeOf(scene: Scene): Life {
  const { part } = scene;
  const told = yield* receive(scene);
  if (told?.order.status === 'in-transfer') return yield* fedBack(scene, told.orderId);
  if (!told || part.outcome.result !== 'dispatch' || !orders.isOpen(told.order.status)) return;
  await joinGroup(scene, told.orderId);
  if (part.stops === 'to-dispatch') return;
  yield* answered(scene, told, part.outcome.done);
}

/** 转接反馈: the other line takes it over, and says within the hour or two what became of it. */
async function* fedBack(scene: Scene, orderId: string): Life {
  const { part, world, staff } = scene;
  yield soon(scene, [3, 15], 'always');
  await world.do(await staff.centre('agent'), noteTransferReceipt, { orderId, theirNo: '' });
  if (part.stops === 'in-transfer') return;
  yield soon(scene, [20, 95], 'always');
  const feedback = '对方反馈:已到现场处置,情况已经平稳。';
  await world.do(await staff.centre('shift-lead'), endTransfer, { orderId, feedback });
}

/** 规则受理核对, of what the rule sent; half of the last two days' still waits for a person. */
async function* checked(scene: Scene, orderId: string): Life {
  const { world, staff, chance, end } = scene;
  const order = await world.do(systemActor, orders.find, orderId);
  const isLate = order !== null && minutesAfter(order.accepted_at, 2 * 24 * 60) > end;
  if (!order?.to_check || (isLate && chance.of(0.5))) return;
  yield soon(scene, [1, 30], 'always');
  const right = { orderId, isRight: true, note: '' };
  await world.do(await staff.centre('shift-lead'), checkAccepted, right);
}

async function* answered(scene: Scene, told: Told, done: DoneWords): Life {
  const { part, chance } = scene;
  if (!(yield* sendOut(scene, told.order))) return;
  scene.spawn(checked(scene, told.orderId));
  if (part.stops === null && chance.of(0.02)) {
    yield* takenBack(scene, told.orderId);
    if (!(yield* sendOut(scene, told.order))) return;
  }
  if (part.stops === 'withdrawn') return yield* withdrawn(scene, told.orderId);
  scene.spawn(beside(scene, told));
  let words = done;
  for (let isOver = false; !isOver; ) {
    const duties = await scene.world.do(systemActor, dispatch.ofOrder, told.orderId);
    const lead = duties.find(
      ({ role, state }) => role === 'lead' && isStanding(state) && state !== 'done',
    );
    if (!lead || !(yield* workOn(scene, lead, words))) return;
    if (part.stops === 'reply-review') return;
    if (!(yield* reviewed(scene, lead, words))) return;
    isOver = yield* calledBack(scene, told);
    if (!isOver) words = doneAgain(done);
  }
}

/** 重办: the second round does not say the same again. */
const doneAgain = (done: DoneWords): DoneWords => ({
  ...done,
  did: `到场复核,上次处理后有反复,已重新处理:${done.did}`,
  tell: `上次处理后又有反复,我们已重新处理,并安排连续一周巡看。${done.tell}`,
});

async function* takenBack(scene: Scene, orderId: string): Life {
  yield soon(scene, [5, 40], 'office');
  const reason = '事项归口有误,收回重新派发。';
  await scene.world.do(await scene.staff.centre('dispatcher'), recall, { orderId, reason });
}

/** 审核: one answer in eight goes back once, with a reason. */
async function* reviewed(scene: Scene, lead: dispatch.Assignment, done: DoneWords): Life<boolean> {
  const { world, staff, chance } = scene;
  const reviewer = await staff.centre('reviewer');
  const orderId = lead.order_id;
  if (chance.of(0.12)) {
    yield soon(scene, [30, 300], 'office');
    const note = '答复没有说明完成时间,请补充后再提交。';
    await world.do(reviewer, rejectReply, { orderId, reason: 'not-to-the-point', note });
    yield soon(scene, [120, 900], 'office');
    const worker = await staff.unit(lead.unit_code, 'work');
    const on = cityHour(world.clock.now(), officialZone).on;
    const tell = `${done.tell}以上工作已于${on.replace(/^\d+-0?(\d+)-0?(\d+)$/, '$1月$2日')}完成。`;
    if (!(yield* handedIn(scene, lead, worker, { ...done, tell }))) return false;
  }
  yield soon(scene, [20, 400], 'office');
  await world.do(reviewer, approveReply, { orderId });
  return true;
}
