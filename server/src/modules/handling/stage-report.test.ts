import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { decideDay, proposeDay, timeline, trackAppeal } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { anonymous } from '../../platform/actor.ts';
import { historyOf } from '../../platform/events.ts';
import { one } from '../dispatch/index.ts';
import { cityHour } from '../organisation/index.ts';
import { contact } from './contact.ts';
import { dutyView } from './duty-view.ts';
import { askInfo, giveInfo } from './info.ts';
import { rejectReply } from './review.ts';
import { sign } from './sign.ts';
import { submit } from './submit.ts';
import { writeStageReport } from './write-stage-report.ts';

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const report = { content: '已现场查看,下周三再次协调,月底前拆除。', forRequester: '' };
const answer = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场查看,没有发现违建。',
  publicAnswer: '您好,现场没有发现违建,感谢您的反映。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};

/** Monday, 2 March 2026; class N15. */
async function long({ as, anOrder }: Kit) {
  const made = await anOrder.inProgress({
    matterCode: '010402',
    type: 'TS',
    content: '楼顶搭了一个很大的棚子,挡住了我家的光。',
  });
  const key = { orderId: made.orderId, assignmentId: made.assignmentId };
  const handler = as('handler', bureau);
  await handler.do(sign, key);
  await handler.do(contact, { ...key, reached: true, note: '' });
  return { key, handler, byCode: made.byCode };
}

type Key = Awaited<ReturnType<typeof long>>['key'];

const dueOf = async ({ ctx }: Kit, { orderId, assignmentId }: Key): Promise<Date> => {
  const { stage_report_due_at: dueAt } = await one(ctx, orderId, assignmentId);
  if (!dueAt) throw new Error('No stage report is due.');
  return dueAt;
};
const dayOf = (kit: Kit, at: Date) => cityHour(at, kit.ctx.city.zone).on;

const lates = async ({ ctx }: Kit, { orderId }: Key) =>
  (await historyOf(ctx, { kind: 'order', id: orderId }, new Date('2027-01-01')))
    .filter(({ type, data }) => type === 'waits.late' && data.wait === 'stage-report')
    .map(({ data }) => [data.step, data.unit, data.role]);

async function until(kit: Kit, at: Date) {
  await kit.travelTo(at);
  await kit.drain();
  await kit.drain();
}

const daysLater = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);

test(
  'the first is due five working days after dispatch, the next five after it was written',
  inCity(async (kit) => {
    const { key, handler } = await long(kit);
    const first = await dueOf(kit, key);
    expect(dayOf(kit, first)).toBe('2026-03-09');
    expect(await handler.do(dutyView, key)).toMatchObject({
      stageReportDueAt: first.toISOString(),
      abilities: expect.arrayContaining(['stage-report']),
    });
    // Thursday, when the offices have shut: counted from Friday.
    await until(kit, daysLater(first, -4));
    const { nextDueAt } = await kit
      .as('handler', bureau)
      .do(writeStageReport, { ...key, ...report });
    const next = await dueOf(kit, key);
    expect(nextDueAt).toBe(next.toISOString());
    expect(dayOf(kit, next)).toBe('2026-03-13');
    await until(kit, daysLater(next, -1));
    expect(await lates(kit, key)).toEqual([]);
    const { rows } = await kit.as('shift-lead').do(timeline, { orderId: key.orderId });
    expect(rows.find(({ type }) => type === 'handling.stage-reported')?.facts.why).toBe(
      report.content,
    );
  }),
);

test(
  'late: the unit hears once, then its leader once; written, the clock begins anew',
  inCity(async (kit) => {
    const { key, handler } = await long(kit);
    const due = await dueOf(kit, key);
    await until(kit, new Date(due.getTime() - 1));
    expect(await lates(kit, key)).toEqual([]);
    await until(kit, due);
    expect(await lates(kit, key)).toEqual([[1, bureau.unitCode, null]]);
    await until(kit, daysLater(due, 30));
    const both = [
      [1, bureau.unitCode, null],
      [2, bureau.unitCode, 'unit-leader'],
    ];
    expect(await lates(kit, key)).toEqual(both);
    await until(kit, daysLater(due, 60));
    expect(await lates(kit, key)).toEqual(both);
    await handler.do(writeStageReport, { ...key, ...report });
    expect((await dueOf(kit, key)) > daysLater(due, 60)).toBe(true);
    await until(kit, await dueOf(kit, key));
    expect(await lates(kit, key)).toHaveLength(3);
  }),
);

test(
  'while the order waits for its requester none is due; afterwards it is due later by that',
  inCity(async (kit) => {
    const { key, handler } = await long(kit);
    const due = await dueOf(kit, key);
    await until(kit, daysLater(due, -2));
    await handler.do(askInfo, { ...key, question: '请问是哪一栋楼?' });
    await until(kit, new Date(due.getTime() + 60_000));
    expect(await lates(kit, key)).toEqual([]);
    await kit.as('agent').do(giveInfo, { orderId: key.orderId, content: '三号楼。', fileIds: [] });
    await kit.drain();
    const moved = await dueOf(kit, key);
    expect(moved > due).toBe(true);
    await until(kit, new Date(moved.getTime() - 1));
    expect(await lates(kit, key)).toEqual([]);
    await until(kit, moved);
    expect(await lates(kit, key)).toHaveLength(1);
  }),
);

test(
  'a corrected calendar moves it',
  inCity(async (kit) => {
    const { key } = await long(kit);
    expect(dayOf(kit, await dueOf(kit, key))).toBe('2026-03-09');
    const { correctionId } = await kit.as('admin').do(proposeDay, {
      on: '2026-03-04',
      kind: 'off',
      dayName: '台风停工',
      notice: '市防汛抗旱指挥部停工停业通告(示例)',
    });
    await kit.as('director').do(decideDay, { correctionId, confirmed: true });
    await kit.drain();
    expect(dayOf(kit, await dueOf(kit, key))).toBe('2026-03-10');
  }),
);

test(
  'it ends with the answer, and begins anew when the answer is sent back',
  inCity(async (kit) => {
    const { key, handler } = await long(kit);
    const due = await dueOf(kit, key);
    await handler.do(submit, { ...key, ...answer });
    expect((await handler.do(dutyView, key)).stageReportDueAt).toBeNull();
    await until(kit, daysLater(due, 10));
    expect(await lates(kit, key)).toEqual([]);
    const { orderId } = key;
    await kit.as('reviewer').do(rejectReply, { orderId, reason: 'template', note: '请写清过程' });
    const again = await dueOf(kit, key);
    expect(again > daysLater(due, 10)).toBe(true);
    await until(kit, again);
    expect(await lates(kit, key)).toHaveLength(1);
  }),
);

test(
  'what the unit says to the requester reaches them by SMS and on their page, and names nobody',
  inCity(async (kit) => {
    const { key, handler, byCode } = await long(kit);
    const number = inventedPhoneOf('a neighbour');
    const naming = { ...report, forRequester: `请联系邻居,电话${number}。` };
    await expect(handler.do(writeStageReport, { ...key, ...naming })).rejects.toMatchObject({
      code: 'handling.stage-report-names-person',
    });
    const forRequester = '已约好下周三上门协调。';
    await handler.do(writeStageReport, { ...key, ...report, forRequester });
    await handler.do(writeStageReport, { ...key, ...report });
    const { steps } = await kit.as(anonymous).do(trackAppeal, byCode);
    const told = steps.filter(({ words }) => words.includes('告知进展'));
    expect(told).toHaveLength(1);
    expect(told[0]?.words).toContain(forRequester);
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from notices.message
      where city_id = ${kit.ctx.cityId} and template = 'stage-report'`.execute(kit.ctx.tx);
    expect(rows[0]?.count).toBe(1);
  }),
);

test(
  'a class without stage reports asks for none and takes none',
  inCity(async (kit) => {
    const made = await kit.anOrder.inProgress();
    const key = { orderId: made.orderId, assignmentId: made.assignmentId };
    const handler = kit.as('handler', bureau);
    await handler.do(sign, key);
    expect(await handler.do(dutyView, key)).toMatchObject({ stageReportDueAt: null });
    await expect(handler.do(writeStageReport, { ...key, ...report })).rejects.toMatchObject({
      code: 'handling.no-stage-report',
    });
  }),
);
