import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  askInfo,
  askParking,
  contact,
  decideDeferral,
  deskOrders,
  reviewLedger,
  sign,
  writeStageReport,
} from '../../../test/use-cases.ts';
import { one } from '../dispatch/index.ts';
import { counters } from './counters.ts';
import './index.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
type Kit = Parameters<Parameters<typeof inCity>[0]>[0];
type Asked = Parameters<Kit['anOrder']['inProgress']>[0];
type Role = Parameters<Kit['as']>[0];

/** Class N15, contacted. */
async function long({ as, anOrder }: Kit, how: Asked = {}) {
  const { orderId, assignmentId } = await anOrder.inProgress({
    matterCode: '010402',
    type: 'TS',
    content: '楼顶搭了一个很大的棚子,挡住了我家的光。',
    ...how,
  });
  const key = { orderId, assignmentId };
  const handler = as('handler', bureau);
  if (how?.secrecy === 3) return { key, handler };
  await handler.do(sign, key);
  await handler.do(contact, { ...key, reached: true, note: '' });
  return { key, handler };
}

async function late({ as }: Kit, role: Role, desk: 'ledger-late' | 'report-late') {
  const { rows } = await as(role).do(deskOrders, { desk });
  const counted = (await as(role).do(counters, undefined)).rows.find((row) => row.desk === desk);
  expect(counted?.count).toBe(rows.length);
  return rows;
}

test(
  'a stage report that is over stands in the list, the longest over first, until it is written',
  inCity(async (kit) => {
    const first = await long(kit);
    const { stage_report_due_at: due } = await one(
      kit.ctx,
      first.key.orderId,
      first.key.assignmentId,
    );
    const dueAt = due ?? new Date(0);
    await kit.travelTo(new Date(dueAt.getTime() - 60_000));
    const second = await long(kit);
    expect(await late(kit, 'shift-lead', 'report-late')).toEqual([]);
    await kit.travelTo(dueAt);
    await kit.drain();
    expect(await late(kit, 'reviewer', 'report-late')).toMatchObject([
      { id: first.key.orderId, stageDueAt: dueAt.toISOString() },
    ]);
    await kit.travelTo(new Date(dueAt.getTime() + 30 * 86_400_000));
    await kit.drain();
    const both = (await late(kit, 'director', 'report-late')).map(({ id }) => id);
    expect(both).toEqual([first.key.orderId, second.key.orderId]);
    const report = { content: '已现场查看,下周三再次协调,月底前拆除。', forRequester: '' };
    await first.handler.do(writeStageReport, { ...first.key, ...report });
    expect(await late(kit, 'director', 'report-late')).toHaveLength(1);
    // What waits for its requester owes nothing meanwhile.
    await second.handler.do(askInfo, { ...second.key, question: '请问是哪一栋楼?' });
    expect(await late(kit, 'director', 'report-late')).toEqual([]);
  }),
);

test(
  'an order of named readers is listed and counted for those who read such orders alone',
  inCity(async (kit) => {
    await long(kit, { secrecy: 3 });
    await kit.travelTo(new Date(kit.clock.now().getTime() + 30 * 86_400_000));
    expect(await late(kit, 'reviewer', 'report-late')).toEqual([]);
    expect(await late(kit, 'shift-lead', 'report-late')).toHaveLength(1);
  }),
);

test(
  'a review of the ledger that is over stands in the list until it is written; units open neither list',
  inCity(async (kit) => {
    const { key, handler } = await long(kit);
    await kit.as('unit-leader', bureau).do(askParking, {
      ...key,
      reason: 'funding',
      plan: '分两步实施,先设计后施工。',
      publicWords: '该路段路灯改造已列入年度计划,资金落实后实施。',
      milestones: [{ what: '完成施工', dueOn: '2026-12-20' }],
    });
    const { orderId } = key;
    await kit.as('director').do(decideDeferral, { orderId, granted: true, words: '' });
    await kit.travelTo(new Date(kit.clock.now().getTime() + 31 * 86_400_000));
    expect(await late(kit, 'reviewer', 'ledger-late')).toEqual([]);
    await kit.drain();
    expect(await late(kit, 'reviewer', 'ledger-late')).toMatchObject([{ id: orderId }]);
    expect(await late(kit, 'reviewer', 'report-late')).toEqual([]);
    for (const desk of ['ledger-late', 'report-late'] as const)
      await expect(handler.do(deskOrders, { desk })).rejects.toMatchObject({
        code: 'desk.not-yours',
      });
    await handler.do(reviewLedger, { orderId, progress: '设计已经完成。', milestonesDone: [] });
    expect(await late(kit, 'reviewer', 'ledger-late')).toEqual([]);
  }),
);

test(
  'where more is over than is read at first, all of it is counted and what is not yet over is not',
  inCity(async (kit) => {
    const { key } = await long(kit);
    const { stage_report_due_at: due } = await one(kit.ctx, key.orderId, key.assignmentId);
    const copies = (many: number, later: string) =>
      sql`
      insert into dispatch.assignment
      select other.* from dispatch.assignment as a
      cross join generate_series(1, ${many}) as n
      cross join lateral jsonb_populate_record(a, jsonb_build_object(
        'id', gen_random_uuid(), 'unit_code', 'copy-' || ${later}::text || n,
        'role', 'assist', 'stage_report_due_at', a.stage_report_due_at + ${later}::interval)) as other
      where a.city_id = ${kit.ctx.cityId} and a.id = ${key.assignmentId}`.execute(kit.ctx.tx);
    await copies(249, '1 minute');
    await copies(30, '1 day');
    await kit.travelTo(new Date((due?.getTime() ?? 0) + 60_000));
    const { rows } = await kit.as('director').do(counters, undefined);
    expect(rows.find(({ desk }) => desk === 'report-late')).toMatchObject({
      count: 250,
      isCapped: false,
    });
  }),
);
