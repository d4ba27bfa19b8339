import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { changeAssignment, ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { giveTask } from './give-task.ts';
import { listTasks } from './list-tasks.ts';
import { readTask } from './read-task.ts';
import { acceptTask } from './work-on-task.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };

test(
  'a task about an order of named readers goes to one of them, and nobody else of the unit sees it',
  inCity(async ({ as, ctx, anOrder, anAccount }) => {
    const { orderId } = await anOrder.inProgress();
    const owner = await anAccount('handler', bureau);
    const ownerId = owner.id;
    await orders.change(ctx, orderId, { secrecy: 3 });
    for (const duty of await ofOrder(ctx, orderId))
      await changeAssignment(ctx, duty, { readers: [ownerId] });

    const director = as('director');
    const { taskId } = await director.do(giveTask, {
      kind: 'assigned',
      title: '当面核实并答复',
      wanted: '当面核实情况,书面报结果。',
      unit: bureau.unitCode,
      ownerId,
      limit: { kind: 'working-days', days: 3 },
      subject: { kind: 'order', id: orderId },
    });
    const leader = as('unit-leader', bureau);
    for (const other of [leader, as('dispatcher')])
      await expect(other.do(readTask, { taskId })).rejects.toMatchObject({
        code: 'tasks.no-such-task',
      });
    expect((await leader.do(listTasks, {})).rows).toEqual([]);
    await owner.do(acceptTask, { taskId });
    expect(await owner.do(readTask, { taskId })).toMatchObject({ state: 'accepted' });
  }),
);
