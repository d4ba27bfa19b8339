import { officialZone } from '@minsheng/contract/words/zone.ts';
import { askExtension, askParking } from '../../modules/deferrals/ask.ts';
import { decideDeferral } from '../../modules/deferrals/decide.ts';
import { reviewLedger } from '../../modules/deferrals/review-ledger.ts';
import type * as dispatch from '../../modules/dispatch/index.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { type Life, type Scene, soon } from './scene.ts';

const plan = '现场核实属实,需要先设计、再筹集资金、最后施工,分三步实施。';

/** 延期申请 that waits for a decision, or 挂账 that has been agreed and is reviewed. Never goes on to an answer. */
export async function* deferred(scene: Scene, lead: dispatch.Assignment): Life<boolean> {
  const { part, world, staff } = scene;
  const key = { orderId: lead.order_id, assignmentId: lead.id };
  yield soon(scene, [60, 300], 'office');
  if (part.stops === 'deferral-asked') {
    const worker = await staff.unit(lead.unit_code, 'work');
    await world.do(worker, askExtension, { ...key, reason: 'construction', amount: 1, plan });
    return false;
  }
  const leader = await staff.unit(lead.unit_code, 'sign-off');
  const today = dayOf(world.clock.now().getTime(), officialZone);
  await world.do(leader, askParking, {
    ...key,
    reason: 'funding',
    plan,
    publicWords: '问题属实,已列入改造计划,资金落实后实施,期间加强巡查和临时处置。',
    milestones: [
      { what: '完成方案设计', dueOn: dayAfter(today, 20) },
      { what: '资金批复', dueOn: dayAfter(today, 90) },
      { what: '完成施工', dueOn: dayAfter(today, 180) },
    ],
  });
  yield soon(scene, [120, 900], 'office');
  const agreed = { orderId: lead.order_id, granted: true, words: '同意,请按节点推进。' };
  await world.do(await staff.centre('director'), decideDeferral, agreed);
  if (part.stops === 'unreviewed') return false;
  yield soon(scene, [24 * 60 * 18, 24 * 60 * 25], 'office');
  const done = { progress: '方案设计已经完成,正在报批资金。', milestonesDone: [1] };
  await world.do(leader, reviewLedger, { orderId: lead.order_id, ...done });
  return false;
}
