import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { RawCall } from '../../platform/http.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import {
  blocksOf,
  docxType,
  letterDocx,
  letterPage,
  pagePolicy,
  type Sheet,
} from '../letters/index.ts';
import { cityHour, cityWords, unitNames } from '../organisation/index.ts';
import type { Decided, Invited } from './meeting.ts';
import { meetingNo } from './meeting.ts';
import { findVisible } from './meetings.repo.ts';
import { agendaOf, decisionsOf, invitedTo } from './parts.repo.ts';
import { readsMinutes } from './policy.ts';
import { minutesText as text } from './text.ts';

const ids = z.object({ meetingId: z.uuid() });

/** 打印页, laid out as letters are (GB/T 9704). */
export async function printMinutes(call: RawCall): Promise<unknown> {
  const sheet = await sheetFor(call);
  return call.reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy)
    .header('cache-control', 'private, no-store')
    .send(letterPage(sheet.title, blocksOf(sheet)));
}

export async function minutesAsDocx(call: RawCall): Promise<unknown> {
  const sheet = await sheetFor(call);
  return call.reply
    .header('content-type', docxType)
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.title}.docx`)}`,
    )
    .header('cache-control', 'private, no-store')
    .send(letterDocx(sheet.title, blocksOf(sheet)));
}

const sheetFor = ({ request, transact }: RawCall): Promise<Sheet> =>
  transact((ctx) => {
    const asked = ids.safeParse(request.params);
    refuseUnless(asked.success, 'meetings.no-such-meeting');
    return minutesSheet(ctx, asked.data.meetingId);
  });

/** What stands on the sheet, once the minutes are signed. */
export async function minutesSheet(ctx: Context, meetingId: string): Promise<Sheet> {
  const meeting = await findVisible(ctx, meetingId);
  demand(readsMinutes(ctx.actor, meeting));
  refuseUnless(meeting.state === 'minuted' && meeting.record !== null, 'meetings.unsigned');
  const [agenda, invited, decisions, { facts }] = await Promise.all([
    agendaOf(ctx, meetingId),
    invitedTo(ctx, [meetingId]),
    decisionsOf(ctx, meetingId),
    cityWords(ctx),
  ]);
  const names = await unitNames(ctx, [
    ...invited.map(({ unit_code }) => unit_code),
    ...decisions.map(({ unit_code }) => unit_code),
  ]);
  const nameOf = (code: string) => names.get(code) ?? code;
  const { on, time } = cityHour(meeting.starts_at, ctx.city.zone);
  return {
    redHead: false,
    organ: facts.hotlineName,
    letterNo: text.number(meetingNo(meeting)),
    title: text.title(meeting.title),
    to: invited.map(({ unit_code }) => nameOf(unit_code)),
    body: [
      text.held(`${on} ${time}`, meeting.place),
      ...attendanceLines(invited, nameOf),
      text.agendaHead,
      ...agenda.map(({ no, title }) => text.item(no, title)),
      text.recordHead,
      ...meeting.record.split('\n').filter((line) => line.trim() !== ''),
      text.decisionsHead,
      ...decisionLines(decisions, nameOf),
    ],
    approvedAt: meeting.signed_at,
    zone: ctx.city.zone,
  };
}

type NameOf = (code: string) => string;

function attendanceLines(invited: readonly Invited[], nameOf: NameOf): string[] {
  const came = invited.filter(({ came }) => came === 'came' || came === 'late');
  const absent = invited.filter(({ came }) => came === 'absent');
  return [
    text.came(
      came.map(({ unit_code, who }) => `${nameOf(unit_code)} ${who}`).join('、') || text.noOne,
    ),
    ...(absent.length > 0
      ? [
          text.absent(
            absent
              .map(({ unit_code, reason }) => `${nameOf(unit_code)}(${text.inBrackets(reason)})`)
              .join('、'),
          ),
        ]
      : []),
  ];
}

function decisionLines(decisions: readonly Decided[], nameOf: NameOf): string[] {
  if (decisions.length === 0) return [text.nothingDecided];
  return decisions.map(({ no, words, unit_code, finish_on }) =>
    text.decision({ no, words, unit: nameOf(unit_code), on: finish_on }),
  );
}
