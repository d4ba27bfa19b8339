import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { tablesOf } from '../../platform/db.ts';
import { historyOf } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { changeCityData } from '../organisation/index.ts';
import { cancelMeeting, moveMeeting, planMeeting } from './plan-meeting.ts';

const monday = {
  title: '城区路灯养护协调会',
  place: '热线中心三楼会议室',
  startsAt: '2026-03-09T01:00:00.000Z',
  agenda: [{ title: '新建道路路灯移交' }],
  units: ['350600.zjj', '350600.cgj'],
};

async function reminders({ ctx }: Kit): Promise<number> {
  const { rows } = await sql`
    select 1 from notices.message
    where city_id = ${ctx.cityId} and template = 'meeting-soon'`.execute(ctx.tx);
  return rows.length;
}

test(
  'the units are reminded once, on the working day before; a moved one then, a cancelled one never',
  inCity(async (kit) => {
    const writer = kit.as('dispatcher', { accountId: newId(kit.clock.now()) });
    const { meetingId } = await writer.do(planMeeting, monday);
    const other = await writer.do(planMeeting, monday);
    await writer.do(cancelMeeting, { meetingId: other.meetingId, reason: '议题已另行解决' });
    await kit.travelTo(new Date('2026-03-05T12:00:00.000Z'));
    await kit.drain();
    expect(await reminders(kit)).toBe(0);
    await kit.travelTo(new Date('2026-03-06T12:00:00.000Z'));
    await kit.drain();
    expect(await reminders(kit)).toBe(2);
    await writer.do(moveMeeting, {
      meetingId,
      startsAt: '2026-03-11T01:00:00.000Z',
      place: '热线中心二楼',
    });
    await kit.travelTo(new Date('2026-03-11T00:30:00.000Z'));
    await kit.drain();
    expect(await reminders(kit)).toBe(4);
    const history = await historyOf(kit.ctx, { kind: 'meeting', id: meetingId }, kit.clock.now());
    expect(history.filter(({ type }) => type === 'meetings.reminded')).toHaveLength(2);
  }),
);

test(
  'a day of rest made a working day after the plan moves the reminder to it',
  inCity(async (kit) => {
    const writer = kit.as('dispatcher', { accountId: newId(kit.clock.now()) });
    await writer.do(planMeeting, monday);
    await tablesOf<'calendar'>(kit.ctx.tx)
      .insertInto('calendar.day')
      .values({
        city_id: kit.ctx.cityId,
        on_day: '2026-03-08',
        kind: 'work',
        name: '调休上班',
        source: '示例',
      })
      .execute();
    await kit.system.do(changeCityData, { what: 'test' });
    await kit.travelTo(new Date('2026-03-06T12:00:00.000Z'));
    await kit.drain();
    expect(await reminders(kit)).toBe(0);
    await kit.travelTo(new Date('2026-03-08T12:00:00.000Z'));
    await kit.drain();
    expect(await reminders(kit)).toBe(2);
  }),
);
