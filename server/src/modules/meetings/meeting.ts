import type { AgendaKind, Attendance, MeetingState } from '@minsheng/contract/words/meetings.ts';
import type { Selectable } from 'kysely';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Subject } from '../../platform/events.ts';

/** 会议, with the closed words of its columns said. */
export interface Meeting extends Omit<Selectable<DB['meetings.meeting']>, 'state'> {
  state: MeetingState;
}

/** 议题. */
export interface AgendaItem extends Omit<Selectable<DB['meetings.agenda']>, 'subject_kind'> {
  subject_kind: AgendaKind | null;
}

/** 参会单位. */
export interface Invited extends Omit<Selectable<DB['meetings.attendance']>, 'came'> {
  came: Attendance;
}

/** 议定事项; its day as the city writes it. */
export interface Decided {
  no: number;
  words: string;
  unit_code: string;
  finish_on: string;
  agenda_no: number | null;
  task_id: string | null;
}

export const meetingSubject = (id: string): Subject => ({ kind: 'meeting', id });

/** 会议编号, as people say it. */
export const meetingNo = ({ year, number }: Pick<Meeting, 'year' | 'number'>): string =>
  `${year}-${number}`;
