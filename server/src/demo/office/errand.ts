import * as calendar from '../../modules/calendar/index.ts';
import { findOrders } from '../../modules/desk/index.ts';
import * as orders from '../../modules/orders/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';
import type { Life, Scene } from '../lives/scene.ts';
import { dayAt, minutesAfter, whenOpen } from '../office-time.ts';
import type { OfficeUnits } from '../people.ts';
import type { Staff } from '../staff.ts';
import type { World } from '../world.ts';

/** 中心公务: the desk from which the centre's people write, ask, meet and supervise, beside the life of any one order. */
export interface Office {
  readonly world: World;
  readonly staff: Staff;
  readonly end: Date;
  /** Units of the demo's people, by what they are to it. */
  readonly units: OfficeUnits;
  /** What became of the parts: order and issue by seed or group. */
  readonly memory: Scene['memory'];
}

/** One thing the centre sets going, from its first instant on. */
export interface Errand {
  at: Date;
  happens(office: Office): Life;
}

/** That many days before the present, in the morning of a day on which offices are open; never after the present. */
export function morning(end: Date, daysBefore: number, shiftMinutes: number): Date {
  const at = whenOpen(dayAt(end, daysBefore, 8 * 60 + 20), shiftMinutes);
  return at < end ? at : minutesAfter(end, -90 + (shiftMinutes % 60));
}

/** Some minutes on, in office hours; never after the present, nor back. */
export function later({ world, end }: Office, minutes: number): Date {
  const now = world.clock.now();
  const at = whenOpen(minutesAfter(now, minutes), minutes % 60);
  if (at < end) return at;
  const last = minutesAfter(end, -2);
  return last > now ? last : now;
}

type Filters = Parameters<typeof findOrders>[1];

/** Orders as this person finds them, the newest first. */
export const found = (
  { world }: Office,
  actor: Actor,
  filters: Filters,
): Promise<readonly orders.Order[]> =>
  world.do(
    actor,
    async (ctx: Context, wanted: Filters) => {
      const { found: rows } = await findOrders(ctx, wanted, {
        from: null,
        most: 60,
        upTo: 'the-end',
      });
      const all = await Promise.all(rows.map(({ id }) => orders.find(ctx, id)));
      return all.filter((order) => order !== null);
    },
    filters,
  );

/** The day on which so many working days from now are over: nobody is given a holiday. */
export async function workingDayIn(ctx: Context, days: number): Promise<string> {
  const limit = { kind: 'working-days', days } as const;
  const working = await calendar.workingCalendar(ctx);
  const { dueAt } = calendar.deadline({ from: ctx.now, limit, calendar: working });
  return dayOf(dueAt.getTime(), ctx.city.zone);
}
