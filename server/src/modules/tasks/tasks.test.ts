import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { taskSheet } from './export-tasks.ts';
import { askForTime, decideOnTime } from './extend-task.ts';
import { type GiveTask, giveTask } from './give-task.ts';
import { judgeClaim } from './judge-claim.ts';
import { listTasks } from './list-tasks.ts';
import { readTask } from './read-task.ts';
import { taskSubject } from './task.ts';
import { tasksOf, tasksOfOrder } from './tasks-of.ts';
import { withdrawTask } from './withdraw-task.ts';
import { acceptTask, claimDone } from './work-on-task.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
const other = { unitCode: '350600.cgj', unitPath: '350600/350600.cgj' };
const given: GiveTask = {
  kind: 'assigned',
  title: '排查全市缺失井盖',
  wanted: '逐街排查,缺失的当天补齐,附照片。',
  unit: bureau.unitCode,
  limit: { kind: 'working-days', days: 5 },
};

function people({ as, clock }: Kit) {
  const who = () => ({ accountId: newId(clock.now()) });
  return {
    giver: as('dispatcher', who()),
    colleague: as('reviewer', who()),
    director: as('director', who()),
    unit: as('liaison', { ...bureau, ...who() }),
    neighbour: as('liaison', { ...other, ...who() }),
  };
}

const refusedWith = (code: string) => ({ code });

async function templatesSent({ ctx }: Kit): Promise<string[]> {
  const { rows } = await sql<{ template: string }>`
    select template from notices.message where city_id = ${ctx.cityId} order by id`.execute(ctx.tx);
  return rows.map(({ template }) => template);
}

test(
  'given, accepted, claimed, sent back, claimed again, confirmed; every step stands in its history',
  inCity(async (kit) => {
    const { giver, colleague, unit, neighbour } = people(kit);
    const { taskId, taskNo } = await giver.do(giveTask, given);
    expect(taskNo).toBe('2026-1');
    expect(await templatesSent(kit)).toEqual(['task-given']);
    const claim = { taskId, words: '已全部补齐。', fileIds: [] };
    await expect(unit.do(claimDone, claim)).rejects.toMatchObject({
      code: 'tasks.stale',
      facts: { state: '待签收' },
    });
    await expect(neighbour.do(acceptTask, { taskId })).rejects.toMatchObject(
      refusedWith('tasks.no-such-task'),
    );
    await unit.do(acceptTask, { taskId });
    await unit.do(claimDone, claim);
    expect((await giver.do(listTasks, { box: 'to-confirm' })).rows).toHaveLength(1);
    const back = { taskId, confirmed: false, reason: '' };
    await expect(colleague.do(judgeClaim, back)).rejects.toMatchObject(
      refusedWith('tasks.reason-needed'),
    );
    await colleague.do(judgeClaim, { ...back, reason: '没有照片,请补充。' });
    await unit.do(claimDone, { ...claim, words: '已补照片说明。' });
    await giver.do(judgeClaim, { taskId, confirmed: true, reason: '' });
    const read = await unit.do(readTask, { taskId });
    expect(read).toMatchObject({ state: 'confirmed', isLate: false });
    expect(read.claims.map(({ judged }) => judged?.confirmed)).toEqual([false, true]);
    expect(read.history.map(({ type }) => type)).toEqual([
      'tasks.given',
      'tasks.accepted',
      'tasks.claimed',
      'tasks.sent-back',
      'tasks.claimed',
      'tasks.confirmed',
    ]);
    expect((await unit.do(listTasks, { box: 'ours' })).rows).toEqual([]);
    expect((await unit.do(listTasks, {})).rows).toHaveLength(1);
  }),
);

test(
  'its owner is told at half, at four fifths and at the end; late stays late, and red until it is done',
  inCity(async (kit) => {
    const { giver, unit } = people(kit);
    const { taskId, dueAt } = await giver.do(giveTask, given);
    const due = new Date(dueAt);
    await kit.travelTo(new Date(due.getTime() - 60_000));
    await kit.drain();
    const before = await templatesSent(kit);
    expect(before.filter((one) => one === 'task-due').length).toBeGreaterThanOrEqual(2);
    expect(before).not.toContain('task-overdue');
    expect((await giver.do(listTasks, {})).counts.overdue).toBe(0);
    await kit.travelTo(new Date(due.getTime() + 60_000));
    await kit.drain();
    expect(await templatesSent(kit)).toContain('task-overdue');
    const { rows, counts } = await unit.do(listTasks, { box: 'overdue' });
    expect(rows).toMatchObject([{ id: taskId, isLate: true }]);
    expect(counts).toMatchObject({ ours: 1, overdue: 1 });
    await unit.do(acceptTask, { taskId });
    await unit.do(claimDone, { taskId, words: '晚了,已补齐。', fileIds: [] });
    expect(await giver.do(readTask, { taskId })).toMatchObject({ state: 'claimed', isLate: true });
    expect((await giver.do(listTasks, {})).counts).toMatchObject({ overdue: 0, toConfirm: 1 });
  }),
);

test(
  'what is claimed in time warns nobody afterwards',
  inCity(async (kit) => {
    const { giver, unit } = people(kit);
    const { taskId, dueAt } = await giver.do(giveTask, given);
    await unit.do(acceptTask, { taskId });
    await unit.do(claimDone, { taskId, words: '已全部补齐。', fileIds: [] });
    await kit.travelTo(new Date(new Date(dueAt).getTime() + 60_000));
    await kit.drain();
    // The centre hears that nobody confirms; the unit hears nothing.
    expect(await templatesSent(kit)).toEqual(['task-given', 'wait-late']);
    expect(await giver.do(readTask, { taskId })).toMatchObject({ isLate: false });
  }),
);

test(
  'due on a day: at the end of its office hours, or at the time of day said, on a day of rest too',
  inCity(async (kit) => {
    const { giver } = people(kit);
    const dueWith = async (limit: { on: string; at?: string }) =>
      (await giver.do(giveTask, { ...given, limit: { kind: 'on-day', ...limit } })).dueAt;
    expect(await dueWith({ on: '2026-03-06', at: '09:30' })).toBe('2026-03-06T01:30:00.000Z');
    expect(await dueWith({ on: '2026-03-07', at: '20:00' })).toBe('2026-03-07T12:00:00.000Z');
    await expect(dueWith({ on: '2026-03-07' })).rejects.toMatchObject(
      refusedWith('tasks.rest-day'),
    );
  }),
);

test(
  'more time is asked for once and before the end; granted, its end and the warnings move',
  inCity(async (kit) => {
    const { giver, unit } = people(kit);
    const limit = { kind: 'on-day', on: '2026-03-06' } as const;
    const { taskId, dueAt } = await giver.do(giveTask, { ...given, limit });
    const ask = { taskId, reason: '井盖要重新订货。', until: '2026-03-13' };
    await expect(unit.do(askForTime, { ...ask, until: '2026-03-05' })).rejects.toMatchObject(
      refusedWith('tasks.not-later'),
    );
    await expect(unit.do(askForTime, { ...ask, until: '2026-03-14' })).rejects.toMatchObject({
      code: 'tasks.rest-day',
      facts: { on: '2026-03-14' },
    });
    await expect(
      giver.do(decideOnTime, { taskId, granted: true, reason: '' }),
    ).rejects.toMatchObject(refusedWith('tasks.nothing-asked'));
    await unit.do(askForTime, ask);
    await giver.do(decideOnTime, { taskId, granted: true, reason: '' });
    await expect(unit.do(askForTime, ask)).rejects.toMatchObject(refusedWith('tasks.asked-before'));
    await kit.travelTo(new Date(new Date(dueAt).getTime() + 60_000));
    await kit.drain();
    const read = await unit.do(readTask, { taskId });
    expect(read).toMatchObject({ isLate: false, firstDueAt: dueAt });
    expect(read.dueAt.slice(0, 10)).toBe('2026-03-13');
    expect(await templatesSent(kit)).not.toContain('task-overdue');
    await kit.travelTo(new Date(new Date(read.dueAt).getTime() + 60_000));
    await kit.drain();
    expect(await templatesSent(kit)).toContain('task-overdue');
  }),
);

test(
  'no more time for what is overdue; a refusal says why',
  inCity(async (kit) => {
    const { giver, unit } = people(kit);
    const { taskId, dueAt } = await giver.do(giveTask, given);
    const second = await giver.do(giveTask, given);
    const ask = { reason: '井盖要重新订货。', until: '2026-03-31' };
    await unit.do(askForTime, { ...ask, taskId: second.taskId });
    const no = { taskId: second.taskId, granted: false, reason: '' };
    await expect(giver.do(decideOnTime, no)).rejects.toMatchObject(
      refusedWith('tasks.reason-needed'),
    );
    await giver.do(decideOnTime, { ...no, reason: '可以先放临时盖板。' });
    expect((await unit.do(readTask, { taskId: second.taskId })).extension).toMatchObject({
      decided: { granted: false },
    });
    await kit.travelTo(new Date(new Date(dueAt).getTime() + 60_000));
    await expect(unit.do(askForTime, { ...ask, taskId })).rejects.toMatchObject(
      refusedWith('tasks.time-over'),
    );
  }),
);

test(
  'whoever gave it takes it back, and the director; nobody confirms what they claimed',
  inCity(async (kit) => {
    const { giver, colleague, director, unit } = people(kit);
    const { taskId } = await giver.do(giveTask, given);
    const why = { taskId, reason: '已由其他任务覆盖。' };
    await expect(colleague.do(withdrawTask, why)).rejects.toMatchObject(
      refusedWith('tasks.not-giver'),
    );
    await expect(unit.do(withdrawTask, why)).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
    await giver.do(withdrawTask, why);
    expect(await unit.do(readTask, { taskId })).toMatchObject({
      state: 'withdrawn',
      withdrawn: { reason: why.reason },
    });
    const second = await giver.do(giveTask, given);
    await director.do(withdrawTask, { ...why, taskId: second.taskId });

    const inHouse = { ...given, unit: '350600.zx' };
    const third = await giver.do(giveTask, inHouse);
    const both = kit.as('director', {
      has: (one) => one === 'tasks.give' || one === 'tasks.work',
    });
    await both.do(acceptTask, { taskId: third.taskId });
    await both.do(claimDone, { taskId: third.taskId, words: '已完成。', fileIds: [] });
    await expect(
      both.do(judgeClaim, { taskId: third.taskId, confirmed: true, reason: '' }),
    ).rejects.toMatchObject(refusedWith('tasks.own-claim'));
  }),
);

test(
  'what does not fit is refused in words: note, person, day, subject',
  inCity(async (kit) => {
    const { giver, unit } = people(kit);
    const wrong = async (differences: Partial<GiveTask>, code: string) =>
      expect(giver.do(giveTask, { ...given, ...differences })).rejects.toMatchObject(
        refusedWith(code),
      );
    await wrong({ kind: 'leaders-note' }, 'tasks.note-needed');
    await wrong({ ownerId: newId(kit.clock.now()) }, 'tasks.no-such-person');
    await wrong({ limit: { kind: 'on-day', on: '2020-01-02' } }, 'tasks.past-day');
    await wrong({ limit: { kind: 'on-day', on: '2099-12-31' } }, 'tasks.too-far');
    const nowhere = newId(kit.clock.now());
    await wrong({ subject: { kind: 'order', id: nowhere } }, 'tasks.no-such-subject');
    await wrong({ subject: { kind: 'issue', id: nowhere } }, 'tasks.no-such-subject');
    await expect(unit.do(giveTask, given)).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
  }),
);

test(
  'one about an order stands in its history and is found by it; an order of named readers gives none to others',
  inCity(async (kit) => {
    const { giver, director, unit } = people(kit);
    const order = await kit.anOrder.toDispatch();
    const subject = { kind: 'order' as const, id: order.id };
    const note = { leader: '市政府分管领导', words: '请限期整改并报结果。' };
    const { taskId } = await giver.do(giveTask, { ...given, kind: 'leaders-note', note, subject });
    expect((await historyOf(kit.ctx, subject)).at(-1)).toMatchObject({
      type: 'tasks.given-about',
      data: { task: taskId },
    });
    expect(await giver.do(tasksOf, subject)).toMatchObject([{ id: taskId }]);
    expect(await tasksOfOrder(kit.ctx, order.id)).toMatchObject([
      { id: taskId, subject: { label: `工单 ${order.order_no}`, mayOpen: true } },
    ]);
    // The unit was given something about an order it does not hold: no way there.
    expect((await unit.do(readTask, { taskId })).subject).toMatchObject({ mayOpen: false });
    const confined = await kit.anOrder.toDispatch({ secrecy: 3 });
    await expect(
      director.do(giveTask, { ...given, subject: { kind: 'order', id: confined.id } }),
    ).rejects.toMatchObject(refusedWith('tasks.readers-only'));
    await expect(
      giver.do(giveTask, { ...given, subject: { kind: 'order', id: confined.id } }),
    ).rejects.toMatchObject(refusedWith('tasks.no-such-subject'));
  }),
);

test(
  'the sheet holds what its person may see',
  inCity(async (kit) => {
    const { giver, unit, neighbour } = people(kit);
    await giver.do(giveTask, given);
    const asked = { box: 'all' as const, purpose: '周例会' };
    expect((await unit.do(taskSheet, asked)).rows).toEqual([
      expect.arrayContaining(['2026-1', '交办任务', given.title, '待签收']),
    ]);
    expect((await neighbour.do(taskSheet, asked)).rows).toEqual([]);
  }),
);

test(
  'events of a task carry no words',
  inCity(async (kit) => {
    const { giver } = people(kit);
    const { taskId } = await giver.do(giveTask, given);
    const [first] = await historyOf(kit.ctx, taskSubject(taskId));
    expect(JSON.stringify(first?.data)).not.toContain('井盖');
  }),
);
