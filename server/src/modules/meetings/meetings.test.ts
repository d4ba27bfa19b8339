import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { tasksOf, tasksOfOrder } from '../tasks/index.ts';
import { meetingSheet } from './export-meetings.ts';
import { holdMeeting, sayWhoComes } from './hold-meeting.ts';
import { cancelMeeting, moveMeeting, planMeeting } from './plan-meeting.ts';
import { minutesSheet } from './print-minutes.ts';
import { listMeetings, readMeeting } from './read-meetings.ts';
import { signMinutes, writeMinutes } from './write-minutes.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
const other = { unitCode: '350600.cgj', unitPath: '350600/350600.cgj' };
const planned = {
  title: '城区路灯养护协调会',
  place: '热线中心三楼会议室',
  startsAt: '2026-03-03T01:00:00.000Z',
  agenda: [{ title: '新建道路路灯移交' }],
  units: [bureau.unitCode, other.unitCode],
};
const begins = new Date(planned.startsAt);
const bothCame = [
  { unit: bureau.unitCode, came: 'came' as const, who: '建设科科长', reason: '' },
  { unit: other.unitCode, came: 'late' as const, who: '市政科科长', reason: '' },
];
const minutes = {
  record: '会议听取了两个单位的意见,\n明确了移交的时间和责任。',
  decisions: [
    { words: '完成移交并恢复照明。', unit: other.unitCode, finishOn: '2026-03-20', agendaNo: 1 },
  ],
};

function people({ as, clock }: Kit) {
  const who = () => ({ accountId: newId(clock.now()) });
  return {
    writer: as('dispatcher', who()),
    director: as('director', who()),
    unit: as('liaison', { ...bureau, ...who() }),
    neighbour: as('liaison', { ...other, ...who() }),
    stranger: as('liaison', { unitCode: '350600.jj110', unitPath: '350600/350600.jj110' }),
  };
}

const refusedWith = (code: string) => ({ code });

async function templatesSent({ ctx }: Kit): Promise<string[]> {
  const { rows } = await sql<{ template: string }>`
    select template from notices.message where city_id = ${ctx.cityId} order by id`.execute(ctx.tx);
  return rows.map(({ template }) => template);
}

test(
  'planned, held, minuted: what was decided is a task of its unit',
  inCity(async (kit) => {
    const { writer, director, unit, neighbour, stranger } = people(kit);
    const { meetingId } = await writer.do(planMeeting, planned);
    expect(await templatesSent(kit)).toEqual(['meeting-called', 'meeting-called']);
    await unit.do(sayWhoComes, { meetingId, who: '建设科科长' });
    const hold = { meetingId, attendance: bothCame };
    await expect(writer.do(holdMeeting, hold)).rejects.toMatchObject(
      refusedWith('meetings.too-early'),
    );
    const mayHold = async () => (await writer.do(readMeeting, { meetingId })).can.hold;
    expect(await mayHold()).toBe(false);
    await kit.travelTo(begins);
    expect(await mayHold()).toBe(true);
    const uninvited = { ...bothCame[0], unit: '350600.jj110', came: 'came' as const };
    await writer.do(holdMeeting, {
      meetingId,
      attendance: [...bothCame, { who: '', reason: '', ...uninvited }],
    });
    await expect(director.do(signMinutes, { meetingId })).rejects.toMatchObject(
      refusedWith('meetings.no-minutes'),
    );
    await director.do(writeMinutes, { meetingId, ...minutes, decisions: [] });
    await expect(director.do(signMinutes, { meetingId })).rejects.toMatchObject(
      refusedWith('meetings.own-minutes'),
    );
    await writer.do(writeMinutes, { meetingId, ...minutes });
    expect(await unit.do(readMeeting, { meetingId })).toMatchObject({
      minutes: null,
      decisions: 0,
    });
    expect(await director.do(signMinutes, { meetingId })).toEqual({ tasks: 1 });
    const read = await neighbour.do(readMeeting, { meetingId });
    expect(read).toMatchObject({ state: 'minuted', came: 2, units: 2, decisions: 1 });
    const [task] = await neighbour.do(tasksOf, { kind: 'meeting', id: meetingId });
    expect(task).toMatchObject({
      id: read.minutes?.decisions[0]?.taskId,
      kind: 'meeting-decision',
      title: '落实议定事项:新建道路路灯移交',
      state: 'given',
      unit: { code: other.unitCode },
    });
    await expect(stranger.do(readMeeting, { meetingId })).rejects.toMatchObject(
      refusedWith('meetings.no-such-meeting'),
    );
    const sheet = await unit.do(minutesSheet, meetingId);
    expect(sheet.title).toBe('城区路灯养护协调会纪要');
    expect(sheet.body.join('\n')).toContain('完成移交并恢复照明。(责任单位:');
    const history = await historyOf(kit.ctx, { kind: 'meeting', id: meetingId }, kit.clock.now());
    expect(history.map(({ type }) => type)).toEqual([
      'meetings.planned',
      'meetings.held',
      'meetings.written',
      'meetings.written',
      'meetings.minuted',
    ]);
    expect(history[1]?.data).toEqual({ came: 1, late: 1, absent: 0 });
  }),
);

test(
  'of every unit is written down who came, or why nobody did',
  inCity(async (kit) => {
    const { writer, director, unit, stranger } = people(kit);
    const { meetingId } = await writer.do(planMeeting, planned);
    await kit.travelTo(begins);
    const [first, second] = bothCame;
    const hold = (...attendance: (typeof bothCame)[number][]) =>
      writer.do(holdMeeting, { meetingId, attendance });
    if (!first || !second) throw new Error('Two units are invited.');
    await expect(hold(first)).rejects.toMatchObject({
      code: 'meetings.unrecorded',
      facts: { units: expect.stringContaining('城市管理') },
    });
    await expect(hold(first, { ...second, who: '' })).rejects.toMatchObject(
      refusedWith('meetings.say-who'),
    );
    const absent = { unit: other.unitCode, came: 'absent' as const, who: '', reason: '' };
    await expect(
      writer.do(holdMeeting, { meetingId, attendance: [first, absent] }),
    ).rejects.toMatchObject(refusedWith('meetings.why-absent'));
    await expect(stranger.do(sayWhoComes, { meetingId, who: '某人' })).rejects.toMatchObject(
      refusedWith('meetings.no-such-meeting'),
    );
    await unit.do(sayWhoComes, { meetingId, who: '建设科科长' });
    await writer.do(holdMeeting, {
      meetingId,
      attendance: [
        { ...first, who: '' },
        { ...absent, reason: '另有防汛会议。' },
      ],
    });
    const { attendance } = await writer.do(readMeeting, { meetingId });
    expect(attendance).toMatchObject([
      { came: 'came', who: '建设科科长' },
      { came: 'absent', who: '', reason: '另有防汛会议。' },
    ]);
    await writer.do(writeMinutes, { meetingId, ...minutes });
    await director.do(signMinutes, { meetingId });
    const { body } = await writer.do(minutesSheet, meetingId);
    expect(JSON.stringify(body)).toContain('(另有防汛会议)。');
    await expect(unit.do(sayWhoComes, { meetingId, who: '别人' })).rejects.toMatchObject(
      refusedWith('meetings.stale'),
    );
  }),
);

test(
  'moved and cancelled: the units are told, and a cancelled one is not held',
  inCity(async (kit) => {
    const { writer, unit } = people(kit);
    const { meetingId } = await writer.do(planMeeting, planned);
    const later = { meetingId, startsAt: '2026-03-04T01:00:00.000Z', place: '二楼' };
    await expect(
      writer.do(moveMeeting, { ...later, startsAt: '2026-01-01T01:00:00.000Z' }),
    ).rejects.toMatchObject(refusedWith('meetings.past'));
    await writer.do(moveMeeting, later);
    await expect(unit.do(cancelMeeting, { meetingId, reason: '来不了了' })).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
    await writer.do(cancelMeeting, { meetingId, reason: '议题已另行解决' });
    expect(await templatesSent(kit)).toEqual([
      'meeting-called',
      'meeting-called',
      'meeting-moved',
      'meeting-moved',
      'meeting-cancelled',
      'meeting-cancelled',
    ]);
    await expect(writer.do(holdMeeting, { meetingId, attendance: bothCame })).rejects.toMatchObject(
      { code: 'meetings.stale', facts: { state: '已取消' } },
    );
    expect((await writer.do(listMeetings, { box: 'open' })).rows).toEqual([]);
    expect((await unit.do(listMeetings, { box: 'all' })).rows).toMatchObject([
      { id: meetingId, state: 'cancelled' },
    ]);
  }),
);

test(
  'an order on the agenda knows of it, and its decision is a task about the order; one of named readers is on none',
  inCity(async (kit) => {
    const { writer, director } = people(kit);
    const order = await kit.anOrder.toDispatch();
    const agenda = [{ title: '井盖由谁来补', subject: { kind: 'order' as const, id: order.id } }];
    const { meetingId } = await writer.do(planMeeting, { ...planned, agenda });
    expect((await historyOf(kit.ctx, { kind: 'order', id: order.id })).at(-1)).toMatchObject({
      type: 'meetings.planned-about',
      data: { meeting: meetingId },
    });
    await kit.travelTo(begins);
    await writer.do(holdMeeting, { meetingId, attendance: bothCame });
    const decisions = minutes.decisions.map((one) => ({ ...one, agendaNo: 2 }));
    await expect(
      writer.do(writeMinutes, { meetingId, ...minutes, decisions }),
    ).rejects.toMatchObject({ code: 'meetings.no-such-item', facts: { no: 2 } });
    const restDay = minutes.decisions.map((one) => ({ ...one, finishOn: '2026-03-14' }));
    await expect(
      writer.do(writeMinutes, { meetingId, ...minutes, decisions: restDay }),
    ).rejects.toMatchObject({ code: 'tasks.rest-day', facts: { on: '2026-03-14' } });
    await writer.do(writeMinutes, { meetingId, ...minutes });
    await director.do(signMinutes, { meetingId });
    expect(await tasksOfOrder(kit.ctx, order.id)).toHaveLength(1);

    const confined = await kit.anOrder.toDispatch({ secrecy: 3 });
    const secret = [{ title: '保密工单', subject: { kind: 'order' as const, id: confined.id } }];
    await expect(
      director.do(planMeeting, {
        ...planned,
        startsAt: '2026-03-05T01:00:00.000Z',
        agenda: secret,
      }),
    ).rejects.toMatchObject(refusedWith('meetings.confined-order'));
  }),
);

test(
  'a box as a sheet: when, where, how many came, what for',
  inCity(async (kit) => {
    const { writer } = people(kit);
    await writer.do(planMeeting, planned);
    const sheet = await writer.do(meetingSheet, { box: 'open', purpose: '核对会议安排' });
    expect(sheet.rows.map((row) => row.slice(1))).toEqual([
      [planned.title, '待召开', '2026-03-03 09:00', planned.place, 2, 0, 0],
    ]);
    expect(sheet.about.lines.join()).toContain('核对会议安排');
  }),
);
