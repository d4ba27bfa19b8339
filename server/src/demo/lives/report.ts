import type * as dispatch from '../../modules/dispatch/index.ts';
import { writeStageReport } from '../../modules/handling/write-stage-report.ts';
import { type Life, type Scene, soon } from './scene.ts';

const day = 24 * 60;

/** 阶段报告: the lead says once how far it is, and nobody answers yet; the next is late after some days. */
export async function* reporting(scene: Scene, lead: dispatch.Assignment): Life<boolean> {
  const { world, staff, chance } = scene;
  const worker = await staff.unit(lead.unit_code, 'work');
  yield soon(scene, [day, 3 * day], 'office');
  await world.do(worker, writeStageReport, {
    orderId: lead.order_id,
    assignmentId: lead.id,
    content: '已到现场核实并约见双方;正在调阅档案、核对手续;下周召集有关单位商定处理意见。',
    forRequester: chance.of(0.5) ? '已到现场核实,正在核对手续,下周有进一步意见。' : '',
  });
  return false;
}
