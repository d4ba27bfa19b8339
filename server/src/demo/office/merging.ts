import { isUrgent } from '@minsheng/contract/words/order.ts';
import { mergeOrders } from '../../modules/merging/merge-orders.ts';
import type { Life } from '../lives/scene.ts';
import { minutesAfter } from '../office-time.ts';
import { type Errand, found, type Office } from './errand.ts';

/** 并单: two people about one thing, both with a unit, are handled together from now on. */
export const merging = (end: Date): Errand[] => [{ at: minutesAfter(end, -6), happens: mergedOne }];

async function* mergedOne(office: Office): Life {
  const { world, staff, memory } = office;
  const dispatcher = await staff.centre('dispatcher');
  const issues = [...memory].flatMap(([name, { issueId }]) =>
    /^group-\d+$/.test(name) ? issueId : [],
  );
  for (const issue of issues) {
    yield world.clock.now();
    const orders = await found(office, dispatcher, { issue, status: 'in-progress' });
    const plain = orders.filter(
      ({ secrecy, round, type, urgency }) =>
        secrecy === 0 && round === 0 && type !== 'JB' && !isUrgent(urgency),
    );
    const [member, master] = plain;
    if (!member || !master || member.area_code.slice(0, 6) !== master.area_code.slice(0, 6))
      continue;
    const reason = '与在办工单是同一处同一件事,由同一单位一并处理,各自答复。';
    const merge = { orderId: master.id, orderIds: [member.id], reason };
    await world.do(dispatcher, mergeOrders, merge);
    return;
  }
}
