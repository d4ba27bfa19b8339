import { holdMeeting, sayWhoComes } from '../../modules/meetings/hold-meeting.ts';
import { cancelMeeting, planMeeting } from '../../modules/meetings/plan-meeting.ts';
import { signMinutes, writeMinutes } from '../../modules/meetings/write-minutes.ts';
import type { Context } from '../../platform/context.ts';
import type { Life } from '../lives/scene.ts';
import { dayAt, minutesAfter, whenOpen } from '../office-time.ts';
import { type Errand, later, morning, type Office, workingDayIn } from './errand.ts';
import { type MeetingWords, meetingWords } from './meeting-words.ts';

/** 会议: one to come, one called off, one held, one whose minutes have become tasks. */
export const meetings = (end: Date): Errand[] =>
  meetingWords.map((words, no) => ({
    at: morning(end, words.daysAgo, 25 + no * 9),
    happens: (office) => meeting(office, words),
  }));

async function* meeting(office: Office, words: MeetingWords): Life {
  const { world, staff, units } = office;
  const host = await staff.centre('dispatcher');
  const invited = words.units.map((name) => units[name]);
  const startsAt = startOf(office, words);
  const { meetingId } = await world.do(host, planMeeting, {
    title: words.title,
    place: '热线中心三楼会议室(示例)',
    startsAt: startsAt.toISOString(),
    agenda: words.agenda.map((title) => ({ title })),
    units: invited,
  });
  yield later(office, 60);
  if (words.until === 'cancelled') {
    const reason = '有关单位已当面商定,不再开会。';
    await world.do(host, cancelMeeting, { meetingId, reason });
    return;
  }
  const [first] = invited;
  if (first)
    await world.do(await staff.unit(first, 'work'), sayWhoComes, { meetingId, who: '分管负责人' });
  if (words.until === 'planned') return;
  yield minutesAfter(startsAt, 90);
  await world.do(host, holdMeeting, { meetingId, attendance: invited.map(cameOrNot) });
  if (words.until === 'held') return;
  yield later(office, 45);
  await world.do(host, (ctx, id: string) => written(ctx, office, { id, words }), meetingId);
  if (words.until === 'written') return;
  yield later(office, 60);
  await world.do(await staff.centre('shift-lead'), signMinutes, { meetingId });
}

/** In the afternoon of the day it was planned; what is still to come begins the day after tomorrow. */
function startOf({ world, end }: Office, { until }: MeetingWords): Date {
  if (until === 'planned' || until === 'cancelled')
    return whenOpen(dayAt(end, -2, 9 * 60 + 30), 60);
  return minutesAfter(world.clock.now(), 370);
}

const cameOrNot = (unit: string, no: number) => {
  if (no === 0) return { unit, came: 'came', who: '分管负责人', reason: '' } as const;
  if (no === 1) return { unit, came: 'late', who: '业务科负责人', reason: '' } as const;
  return { unit, came: 'absent', who: '', reason: '同时参加上级会议,会后已传达。' } as const;
};

async function written(
  ctx: Context,
  { units }: Office,
  { id, words }: { id: string; words: MeetingWords },
): Promise<void> {
  const finishOn = await workingDayIn(ctx, 6);
  await writeMinutes(ctx, {
    meetingId: id,
    record: words.record,
    decisions: words.decisions.map(({ unit, said }, at) => ({
      words: said,
      unit: units[unit],
      finishOn,
      agendaNo: at + 1,
    })),
  });
}
