import * as dispatch from '../../modules/dispatch/index.ts';
import { sign } from '../../modules/handling/sign.ts';
import { submit } from '../../modules/handling/submit.ts';
import * as orders from '../../modules/orders/index.ts';
import type { Context } from '../../platform/context.ts';
import { type Life, type Scene, soon } from './scene.ts';

const parts = [
  '已派员到场配合,未发现本部门职责范围内的其他问题。',
  '已配合牵头单位完成现场核查,相关情况已书面反馈。',
  '已安排人员协助疏导秩序,现场正常。',
  '已核查相关台账并提供材料,配合牵头单位整改。',
];

/** 协办、联动: signs, does its part and says so; three in ten are slower than the lead. */
export async function* assist(scene: Scene, duty: dispatch.Assignment): Life {
  const { world, staff, chance } = scene;
  const worker = await staff.unit(duty.unit_code, 'work');
  const key = { orderId: duty.order_id, assignmentId: duty.id };
  const isUrgent = duty.urgency === 'U1' || duty.urgency === 'U2';
  yield soon(scene, isUrgent ? [1, 4] : [10, 150], isUrgent ? 'always' : 'office');
  await world.do(worker, signIfSent, duty);
  if (chance.of(0.3)) return;
  yield soon(scene, isUrgent ? [10, 60] : [120, 1200], isUrgent ? 'always' : 'office');
  const told = chance.one(parts);
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
