import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';

export interface Season {
  readonly name: string;
  readonly firstDay: string;
  readonly warnsFrom: string;
  readonly isOn: boolean;
}

/** 节前: the next first day off of that name (within the holiday that of the next year), as the notices published so far have it; null where they have none yet. */
export async function seasonOf(ctx: Context, { season }: Mechanism): Promise<Season | null> {
  if (!season) return null;
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const { rows } = await sql<{ on_day: string }>`
    select d.on_day from calendar.day as d
    where d.city_id = ${ctx.cityId} and d.name = ${season.dayOff} and d.kind = 'off' and d.on_day >= ${today}
      and not exists (
        select from calendar.day as b
        where b.city_id = d.city_id and b.on_day = d.on_day - 1 and b.name = d.name and b.kind = 'off')
    order by d.on_day
    limit 1`.execute(ctx.tx);
  const firstDay = rows[0]?.on_day;
  if (firstDay === undefined) return null;
  const warnsFrom = dayAfter(firstDay, -season.daysBefore);
  return { name: season.dayOff, firstDay, warnsFrom, isOn: warnsFrom <= today };
}
