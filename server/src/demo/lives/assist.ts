import * as dispatch from '../../modules/dispatch/index.ts';
import { sign } from '../../modules/handling/sign.ts';
import { submit } from '../../modules/handling/submit.ts';
import { systemActor } from '../../platform/actor.ts';
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
  if ((await stateOf(scene, duty)) === 'sent') await world.do(worker, sign, key);
  if (chance.of(0.3)) return;
  yield soon(scene, isUrgent ? [10, 60] : [120, 1200], isUrgent ? 'always' : 'office');
  if ((await stateOf(scene, duty)) !== 'signed') return;
  const told = chance.one(parts);
  await world.do(worker, submit, {
    ...key,
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
}

async function stateOf({ world }: Scene, duty: dispatch.Assignment): Promise<string> {
  return (
    await world.do(systemActor, (ctx, id: string) => dispatch.one(ctx, duty.order_id, id), duty.id)
  ).state;
}
