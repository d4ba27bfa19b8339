import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { askForTime, decideOnTime } from './extend-task.ts';
import { type GiveTask, giveTask } from './give-task.ts';
import { judgeClaim } from './judge-claim.ts';
import { readTask } from './read-task.ts';
import { taskSubject } from './task.ts';
import { acceptTask, claimDone } from './work-on-task.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
const given: GiveTask = {
  kind: 'assigned',
  title: '排查全市缺失井盖',
  wanted: '逐街排查,缺失的当天补齐,附照片。',
  unit: bureau.unitCode,
  limit: { kind: 'working-days', days: 5 },
};
const back = { confirmed: false, reason: '没有照片,请补充。' };

async function begun({ as, clock }: Kit) {
  const giver = as('dispatcher', { accountId: newId(clock.now()) });
  const unit = as('liaison', { ...bureau, accountId: newId(clock.now()) });
  const { taskId, dueAt } = await giver.do(giveTask, given);
  await unit.do(acceptTask, { taskId });
  const claim = { taskId, words: '已全部补齐。', fileIds: [] };
  return { giver, unit, taskId, due: new Date(dueAt).getTime(), claim };
}

const overdueOf = async ({ ctx }: Kit, taskId: string) =>
  (await historyOf(ctx, taskSubject(taskId), new Date('2027-01-01'))).filter(
    ({ type }) => type === 'tasks.overdue',
  ).length;

test(
  'claimed in time and judged after it, the unit has what was left, and is late only when that is over',
  inCity(async (kit) => {
    const { giver, unit, taskId, due, claim } = await begun(kit);
    await unit.do(claimDone, claim);
    await kit.travelTo(new Date(due + 60_000));
    await giver.do(judgeClaim, { taskId, ...back });
    const read = await unit.do(readTask, { taskId });
    expect(read.isLate).toBe(false);
    await kit.travelTo(new Date(new Date(read.dueAt).getTime() + 60_000));
    await kit.drain();
    expect(await overdueOf(kit, taskId)).toBe(1);
  }),
);

test(
  'a late task sent back with a new time is told again when that one is missed',
  inCity(async (kit) => {
    const { giver, unit, taskId, due, claim } = await begun(kit);
    await kit.travelTo(new Date(due + 60_000));
    await kit.drain();
    await unit.do(claimDone, claim);
    const limit = { kind: 'natural-minutes', minutes: 60 } as const;
    await giver.do(judgeClaim, { taskId, ...back, limit });
    await kit.travelTo(new Date(due + 2 * 3_600_000));
    await kit.drain();
    expect(await overdueOf(kit, taskId)).toBe(2);
  }),
);

test(
  'an extension never shortens a time given meanwhile; granted after it is over, the task is late at once',
  inCity(async (kit) => {
    const { giver, unit, taskId, due, claim } = await begun(kit);
    await unit.do(askForTime, { taskId, reason: '井盖要重新订货。', until: '2026-03-31' });
    await unit.do(claimDone, claim);
    await giver.do(judgeClaim, { taskId, ...back, limit: { kind: 'working-days', days: 100 } });
    const grant = { taskId, granted: true, reason: '' };
    await expect(giver.do(decideOnTime, grant)).rejects.toMatchObject({ code: 'tasks.asked-less' });
    await giver.do(decideOnTime, { ...grant, granted: false, reason: '时限已放宽。' });

    const second = await giver.do(giveTask, given);
    const ask = { reason: '井盖要重新订货。', until: '2026-03-31' };
    await unit.do(askForTime, { taskId: second.taskId, ...ask });
    await kit.travelTo(new Date(Math.max(due, Date.parse('2026-04-10'))));
    await kit.drain();
    await giver.do(decideOnTime, { ...grant, taskId: second.taskId });
    await kit.drain();
    expect(await unit.do(readTask, { taskId: second.taskId })).toMatchObject({ isLate: true });
    expect(await overdueOf(kit, second.taskId)).toBe(2);
  }),
);
