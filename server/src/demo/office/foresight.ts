import { enterSignal } from '../../modules/foresight/enter-signal.ts';
import { openProactive } from '../../modules/foresight/open-proactive.ts';
import { decideTelling, deliverTelling, writeTelling } from '../../modules/foresight/tellings.ts';
import type { Life } from '../lives/scene.ts';
import { minutesAfter } from '../office-time.ts';
import { type Errand, later, morning, type Office } from './errand.ts';

/** 未诉先办: a water cut met before anybody called, and a warning a person has yet to decide about. */
export const foresight = (end: Date): Errand[] => [
  { at: morning(end, 1, 50), happens: waterCut },
  { at: minutesAfter(end, -4), happens: warned },
];

async function* waterCut(office: Office): Life {
  const { world, staff, units, end } = office;
  const analyst = await staff.centre('analyst');
  const { signalId } = await world.do(analyst, enterSignal, {
    about: 'water-cut',
    areas: [units.county],
    fromAt: minutesAfter(end, 20 * 60).toISOString(),
    untilAt: minutesAfter(end, 30 * 60).toISOString(),
    source: '自来水公司停水公告(示例)',
    words: '更换主管阀门,高层住户水压恢复较慢。',
  });
  yield later(office, 20);
  await world.do(analyst, openProactive, {
    ...{ matterCode: '060101', areaCode: units.county, urgency: 'U3' as const },
    title: '停水前检查二次供水泵房和消防水箱(示例)',
    content: '停水前检查沿线小区二次供水泵房和消防水箱,提前蓄满,备好送水车。',
    address: '公告停水范围',
    ...{ trigger: 'signal' as const, basis: '停水公告,去年同类停水后反映集中。', signalId },
  });
  const { tellingId } = await world.do(analyst, writeTelling, {
    ...{ areaCode: units.county, audience: 'residents' as const, channel: 'grid' as const },
    words: '明天上午起停水约十小时,请提前储水;独居老人需要送水的,请告诉网格员(示例)。',
  });
  yield later(office, 40);
  const approve = { tellingId, isApproved: true, reason: '' };
  await world.do(await staff.centre('director'), decideTelling, approve);
  yield later(office, 90);
  const note = '网格员转达登记表(示例)';
  await world.do(analyst, deliverTelling, { tellingId, receivers: 412, note });
}

async function* warned({ world, staff, units, end }: Office): Life {
  yield world.clock.now();
  await world.do(await staff.centre('analyst'), enterSignal, {
    ...{ about: 'rainstorm', level: 'orange' as const, areas: [units.county] },
    fromAt: minutesAfter(end, 60).toISOString(),
    untilAt: minutesAfter(end, 12 * 60).toISOString(),
    source: '气象台暴雨橙色预警信号(示例)',
    words: '未来三小时降雨量将达五十毫米以上。',
  });
}
