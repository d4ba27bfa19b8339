import { isUrgent } from '@minsheng/contract/words/order.ts';
import * as dispatch from '../../modules/dispatch/index.ts';
import { sign } from '../../modules/handling/sign.ts';
import { submit } from '../../modules/handling/submit.ts';
import * as orders from '../../modules/orders/index.ts';
import type { Context } from '../../platform/context.ts';
import { type Life, type Scene, soon } from './scene.ts';

const partsOf = {
  police: ['已派民警到场维持秩序,现场正常。', '已派民警到场配合,没有需要另行处置的情况。'],
  enterprise: [
    '已派人员配合主办单位,属本单位的部分已经处理。',
    '已安排专人配合,本单位的设施和服务正常。',
  ],
  standby: ['已到场待命,未见人员受伤,现场交主办单位处置。'],
  others: [
    '已会同主办单位核查,属本单位职责的部分已经处理。',
    '已按职责配合核查,情况已反馈主办单位。',
  ],
} as const;

/** What a unit of its kind would do beside the lead. */
function wordsOf({ unit_code, unit_kind, role }: dispatch.Assignment): readonly string[] {
  if (/\.(jj110|gaj|jj)$/.test(unit_code)) return partsOf.police;
  if (role === 'linkage') return partsOf.standby;
  return unit_kind === 'enterprise' ? partsOf.enterprise : partsOf.others;
}

/** 协办、联动: signs, does its part and says so; three in ten are slower than the lead. */
export async function* assist(scene: Scene, duty: dispatch.Assignment): Life {
  const { world, staff, chance } = scene;
  const worker = await staff.unit(duty.unit_code, 'work');
  const key = { orderId: duty.order_id, assignmentId: duty.id };
  const burns = isUrgent(duty.urgency);
  yield soon(scene, burns ? [1, 4] : [10, 150], burns ? 'always' : 'office');
  await world.do(worker, signIfSent, duty);
  if (chance.of(0.3)) return;
  yield soon(scene, burns ? [10, 60] : [120, 1200], burns ? 'always' : 'office');
  const told = chance.one(wordsOf(duty));
  await world.do(
    worker,
    async (ctx, { orderId, assignmentId }) => {
      const [order, { state }] = await Promise.all([
        orders.find(ctx, orderId),
        dispatch.one(ctx, orderId, assignmentId),
      ]);
      if (order?.status !== 'in-progress' || state !== 'signed') return;
      await submit(ctx, {
        orderId,
        assignmentId,
        isTrue: 'true',
        isSolved: 'solved',
        unsolvedReason: '',
        process: told,
        publicAnswer: told,
        basis: '',
        measures: [],
        assetChanges: [],
        evidence: [],
      });
    },
    key,
  );
}

/** 签收, unless the rule was quicker or the duty was taken back. */
export async function signIfSent(ctx: Context, duty: dispatch.Assignment): Promise<void> {
  const key = { orderId: duty.order_id, assignmentId: duty.id };
  const [order, { state }] = await Promise.all([
    orders.find(ctx, duty.order_id),
    dispatch.one(ctx, duty.order_id, duty.id),
  ]);
  const isRunning = order?.status === 'in-progress' || order?.status === 'need-info';
  if (isRunning && state === 'sent') await sign(ctx, key);
}
