import { z } from 'zod';
import { deadline, type Limit, type WorkingCalendar } from '../calendar/index.ts';
import type { LimitClass } from '../matters/index.ts';

const limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('natural-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-days'), days: z.number() }),
]);

/** 时限: what one duty was given, kept with it, so that a later change of the rules moves nothing that is running. */
export const dutyLimits = z.object({
  code: z.string(),
  version: z.string(),
  sign: limit.nullable(),
  contact: limit.nullable(),
  handle: limit.nullable(),
  scene: limit.nullable(),
  /** Of duties sent before there were stage reports nothing is said. */
  stageReport: limit.nullable().optional(),
  /** 原时限: before an extension. */
  handleAtFirst: limit.optional(),
  /** 应急响应: sent in an emergency, to answer within these minutes, by day and by night. */
  respondMinutes: z.number().optional(),
});
export type DutyLimits = z.output<typeof dutyLimits>;

/** The limits of a class for a dispatch at this hour; some classes give more time to sign at night. */
export function limitsOf(row: LimitClass, version: string, isNight: boolean): DutyLimits {
  return {
    code: row.code,
    version,
    sign: (isNight ? row.signInNight : null) ?? row.signIn,
    contact: row.firstContact,
    handle: row.handle ?? row.feedback,
    scene: row.onScene,
    stageReport: row.stageReport,
  };
}

export interface DueTimes {
  signDueAt: Date | null;
  contactDueAt: Date | null;
  dueAt: Date | null;
}

/** 起算: all clocks of a duty start at its dispatch (domain 2.4.7). */
export function dueTimes(from: Date, limits: DutyLimits, calendar: WorkingCalendar): DueTimes {
  const due = (span: Limit | null) =>
    span ? deadline({ from, limit: span, calendar }).dueAt : null;
  return {
    signDueAt: due(limits.sign),
    contactDueAt: due(limits.contact),
    dueAt: due(limits.handle),
  };
}

/** 应急响应: signing and the first contact at the latest within these minutes; what is asked sooner anyway stays. */
export function respondingWithin(limits: DutyLimits, minutes: number): DutyLimits {
  const cap = (span: Limit | null): Limit =>
    span?.kind === 'natural-minutes' && span.minutes <= minutes
      ? span
      : { kind: 'natural-minutes', minutes };
  return {
    ...limits,
    sign: cap(limits.sign),
    contact: cap(limits.contact),
    respondMinutes: minutes,
  };
}

/** 重办时限: half of the original limit, at least one working day (domain T20). */
export function halved(limits: DutyLimits): DutyLimits {
  return { ...limits, handle: limits.handle && half(limits.handle) };
}

function half(span: Limit): Limit {
  if (span.kind === 'working-days')
    return { kind: 'working-days', days: Math.max(1, Math.ceil(span.days / 2)) };
  return { ...span, minutes: Math.ceil(span.minutes / 2) };
}
