import { holdMeeting } from '../../src/modules/meetings/hold-meeting.ts';
import { planMeeting } from '../../src/modules/meetings/index.ts';
import { change } from '../../src/modules/meetings/meetings.repo.ts';
import { signMinutes, writeMinutes } from '../../src/modules/meetings/write-minutes.ts';
import type { Doing } from './objects.ts';
import { type TestPerson, units } from './people.ts';
import type { Meetings, Probe, Probes } from './probe.ts';

const words = { title: '权限测试', place: '权限测试', agenda: [{ title: '权限测试' }] };
const attendance = [{ unit: units.bureau, came: 'came' as const, who: '权限测试', reason: '' }];
const minutes = { record: '权限测试用的会议情况记录。', decisions: [] };

export async function makeMeetings(
  doing: Doing,
  people: ReadonlyMap<string, TestPerson>,
): Promise<Meetings> {
  const planned = () =>
    doing.system(async (ctx) => {
      const startsAt = ctx.now.toISOString();
      const asked = { ...words, startsAt, units: [units.bureau] };
      return (await planMeeting(ctx, asked)).meetingId;
    });
  const held = async () => {
    const meetingId = await planned();
    await doing.system((ctx) => holdMeeting(ctx, { meetingId, attendance }));
    return meetingId;
  };
  const written = async () => {
    const meetingId = await held();
    await doing.system(async (ctx) => {
      await writeMinutes(ctx, { meetingId, ...minutes });
      await change(ctx, meetingId, { written_by: people.get('dispatcher')?.accountId ?? null });
    });
    return meetingId;
  };
  const minuted = async () => {
    const meetingId = await written();
    await doing.system((ctx) => signMinutes(ctx, { meetingId }));
    return meetingId;
  };
  return {
    planned: await planned(),
    held: await held(),
    written: await written(),
    minuted: await minuted(),
  };
}

const on = (stage: keyof Meetings, body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { meetingId: fixtures.meetings[stage] }, body }),
});

const later = '2099-01-05T01:00:00.000Z';

export const meetingProbes: Probes = {
  'GET /meetings': { request: () => ({}) },
  'GET /meetings/:meetingId': on('planned'),
  'POST /meetings': {
    request: () => ({ body: { ...words, startsAt: later, units: [units.bureau] } }),
  },
  'POST /meetings/export': { request: () => ({ body: { box: 'all', purpose: '权限测试' } }) },
  'POST /meetings/:meetingId/move': on('planned', { startsAt: later, place: '权限测试' }),
  'POST /meetings/:meetingId/who': on('planned', { who: '权限测试' }),
  'POST /meetings/:meetingId/hold': on('planned', { attendance }),
  'POST /meetings/:meetingId/minutes': on('held', minutes),
  'POST /meetings/:meetingId/sign': on('written', {}),
  'POST /meetings/:meetingId/cancel': on('planned', { reason: '权限测试' }),
  'GET /meetings/:meetingId/print': on('minuted'),
  'GET /meetings/:meetingId/docx': on('minuted'),
};
