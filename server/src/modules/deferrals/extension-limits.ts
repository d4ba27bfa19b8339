import type { Context } from '../../platform/context.ts';
import type { Limit } from '../calendar/index.ts';
import { type Assignment, dutyLimits } from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import type { Deferral } from './requests.repo.ts';
import { spanUnit } from './text.ts';

/** 延期额度 of one duty: what its class allows and what of it is left. */
export interface Extendable {
  by: 'centre' | 'director' | 'unit';
  /** At most this much at once, in `unit`. */
  most: number;
  unit: string;
  kind: Limit['kind'];
  timesLeft: number;
  maxTimes: number;
}

/** Null where the class allows none. */
export async function extendable(
  ctx: Context,
  duty: Assignment,
  earlier: readonly Deferral[],
): Promise<Extendable | null> {
  const { code } = dutyLimits.parse(duty.limits);
  const row = await matters.limitClass(ctx, code);
  if (!row?.extension || row.extendedBy === 'none') return null;
  const used = earlier.filter(
    ({ kind, state, assignment_id }) =>
      kind === 'extension' && state === 'granted' && assignment_id === duty.id,
  ).length;
  return {
    by: row.extendedBy,
    most: amountOf(row.extension),
    unit: spanUnit[row.extension.kind],
    kind: row.extension.kind,
    timesLeft: row.maxExtensions - used,
    maxTimes: row.maxExtensions,
  };
}

const minutesPerHour = 60;

/** A limit in the unit people say it in. */
export const amountOf = (span: Limit): number =>
  span.kind === 'working-days' ? span.days : Math.floor(span.minutes / minutesPerHour);

/** 延长: the same limit, longer; the original stays with the duty in `original_due_at`. */
export function longer(limit: Limit, by: number): Limit {
  if (limit.kind === 'working-days') return { ...limit, days: limit.days + by };
  return { ...limit, minutes: limit.minutes + by * minutesPerHour };
}
