import { askCheck } from '../../modules/guidance/ask-check.ts';
import { decideCheck } from '../../modules/guidance/decide-check.ts';
import { listChecks } from '../../modules/guidance/read-checks.ts';
import type { Life } from '../lives/scene.ts';
import { type Errand, found, later, morning, type Office } from './errand.ts';

/** 告知复核: one asked for by the requester, one found right; the others wait. */
export const guidance = (end: Date): Errand[] => [
  { at: morning(end, 3, 20), happens: decidedOne },
  { at: morning(end, 1, 30), happens: askedOne },
];

async function* decidedOne(office: Office): Life {
  const { world, staff } = office;
  const checker = await staff.centre('director');
  yield later(office, 30);
  const { rows } = await world.do(checker, listChecks, { state: 'waiting' });
  const [first] = rows;
  if (!first) return;
  const words = '告知的途径正确,已补充办理窗口和需要带的材料。';
  await world.do(checker, decideCheck, { orderId: first.order.id, upheld: true, words });
}

async function* askedOne(office: Office): Life {
  const { world, staff } = office;
  const agent = await staff.centre('agent');
  yield later(office, 10);
  const [first] = await found(office, agent, { status: 'disposed' });
  if (!first) return;
  const reason = '诉求人来电:照着告知的电话打过去,对方说还是要找热线。';
  await world.do(agent, askCheck, { orderId: first.id, why: 'requested', reason });
}
