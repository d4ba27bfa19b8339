import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { cityHour } from './city-hour.ts';

/** 值班岗: who is rung, first position first. The number stays encrypted until it is dialled. */
export interface DutyPost {
  title: string;
  position: number;
  phoneEnc: Buffer;
}

/** 值班表 of a unit at an hour; a unit without a roster is answered for by the one above it. */
export async function dutyAt(ctx: Context, unitCode: string, at: Date): Promise<DutyPost[]> {
  const rows = await tablesOf<'organisation'>(ctx.tx)
    .selectFrom('organisation.unit as u')
    .innerJoin('organisation.unit as holder', (join) =>
      join
        .onRef('holder.city_id', '=', 'u.city_id')
        .on((eb) =>
          eb.or([
            eb('holder.code', '=', eb.ref('u.code')),
            eb('holder.code', '=', eb.ref('u.parent')),
          ]),
        ),
    )
    .innerJoin('organisation.duty as d', (join) =>
      join.onRef('d.city_id', '=', 'u.city_id').onRef('d.unit_code', '=', 'holder.code'),
    )
    .select([
      'd.unit_code',
      'd.weekdays',
      'd.from_time',
      'd.to_time',
      'd.position',
      'd.title',
      'd.phone_enc',
    ])
    .where('u.city_id', '=', ctx.cityId)
    .where('u.code', '=', unitCode)
    .execute();
  const { weekday, time } = cityHour(at, ctx.city.zone);
  const serving = rows.filter((row) => isServing(row, weekday, time));
  const own = serving.filter((row) => row.unit_code === unitCode);
  return (own.length > 0 ? own : serving)
    .toSorted((a, b) => a.position - b.position)
    .map((row) => ({ title: row.title, position: row.position, phoneEnc: row.phone_enc }));
}

interface Shift {
  weekdays: readonly number[];
  from_time: string;
  to_time: string;
}

/** Half-open; a shift over midnight belongs to the weekday on which it began. */
export function isServing(shift: Shift, weekday: number, time: string): boolean {
  if (shift.from_time < shift.to_time) {
    return shift.weekdays.includes(weekday) && shift.from_time <= time && time < shift.to_time;
  }
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  return (
    (shift.weekdays.includes(weekday) && time >= shift.from_time) ||
    (shift.weekdays.includes(yesterday) && time < shift.to_time)
  );
}
