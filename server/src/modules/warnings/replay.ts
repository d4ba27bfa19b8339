import type { Context } from '../../platform/context.ts';
import { type Arrival, arrivedBetween } from '../orders/index.ts';
import { dayOfHour, hourOf, hourStart } from './city-hours.ts';
import { cityTraits } from './city-traits.ts';
import { type CountBook, dayHours, everything, newCountBook } from './count-book.ts';
import { countsOf, keysBetween } from './counts.repo.ts';
import { type DayTraits, dayOn } from './day-traits.ts';
import { type Decision, decide, type Happening } from './decide.ts';
import { gather } from './gather.ts';
import { keysOf } from './keys.ts';
import { seriesOf } from './series.ts';
import { type Stirring, stirringsAt } from './stirrings.ts';
import { volumeStirrings } from './volume.ts';
import { isExplained } from './walk-bursts.ts';
import { appealsOf, stirringSince, type WarningRow } from './warnings.repo.ts';

const remembered = 800 * dayHours;
const rankedWeeks = 26;

interface Look {
  readonly at: number;
  readonly windows: readonly number[];
  readonly isDayEnd: boolean;
}

export interface Found {
  readonly decision: Decision;
  /** Those the leading key counted. */
  readonly arrivals: readonly Arrival[];
}

export interface Replay {
  readonly traits: (on: string) => DayTraits;
  look(wish: Look): Promise<Found[]>;
  /** Words of a hundred other appeals of the weeks before. */
  usual(at: number): Promise<readonly Arrival[]>;
}

/** 回看: what was counted of every key that was active in a span, in memory, to look at it hour by hour or day by day. */
export async function openReplay(
  ctx: Context,
  span: { readonly from: number; readonly to: number },
): Promise<Replay> {
  const traits = await cityTraits(ctx);
  const active = await keysBetween(ctx, span.from - dayHours, span.to);
  const keys = [...new Set(active.map(({ key }) => key))];
  const book = newCountBook();
  const all: { on: string; count: number }[] = [];
  for (const { key, hour, count } of await countsOf(ctx, keys, span.from - remembered)) {
    book.add(key, hour, count);
    if (key === everything) all.push({ on: dayOn(dayOfHour(hour)), count });
  }
  const volume = volumeStirrings(seriesOf(all), traits);
  const happenings = await happeningsOf(ctx, span.from);
  const looks = Math.max(1, (keys.length * 6 * dayHours) / Math.max(dayHours, span.to - span.from));
  const look = async ({ at, windows, isDayEnd }: Look): Promise<Found[]> => {
    const since = at - (isDayEnd ? dayHours : 1);
    const now = keys.filter((key) => key !== everything && book.seen(key, since, at) > 0);
    const wider = isDayEnd ? looks : 4 * looks;
    const stirrings = stirringsAt({ book, traits, at, windows, keys: now, looks: wider });
    const whole = isDayEnd ? volume.get(dayOfHour(at) - 1) : undefined;
    if (whole && !isExplained(whole, stirrings)) stirrings.unshift(whole);
    return stirrings.length === 0 ? [] : decided(ctx, { at, stirrings, happenings });
  };
  return { traits, look, usual: (at) => usualBefore(ctx, book, at) };
}

interface Deciding {
  readonly at: number;
  readonly stirrings: readonly Stirring[];
  readonly happenings: Happening[];
}

async function decided(ctx: Context, { at, stirrings, happenings }: Deciding): Promise<Found[]> {
  const { zone, code } = ctx.city;
  const from = Math.min(...stirrings.map((stirring) => stirring.from));
  const arrivals = await arrivedBetween(ctx, hourStart(from, zone), hourStart(at, zone));
  const byId = new Map(arrivals.map((arrival) => [arrival.id, arrival]));
  const byKey = new Map<string, { id: string; hour: number }[]>();
  for (const arrival of arrivals) {
    const place = { id: arrival.id, hour: hourOf(arrival.acceptedAt, zone) };
    for (const key of keysOf(arrival, code)) byKey.set(key, [...(byKey.get(key) ?? []), place]);
  }
  const counted = (stirring: Stirring) =>
    (byKey.get(stirring.key) ?? [])
      .filter(({ hour }) => hour >= stirring.from && hour < stirring.to)
      .map(({ id }) => id);
  const gathered = gather(
    stirrings,
    (stirring) => new Set(stirring.key === everything ? [] : counted(stirring)),
  );
  const newId = () => ctx.newId();
  return decide({ at, gathered, happenings, newId }).map((decision) => {
    const [lead] = decision.gathered.stirrings;
    const ids = lead ? counted(lead) : [];
    return { decision, arrivals: ids.flatMap((id) => byId.get(id) ?? []) };
  });
}

async function happeningsOf(ctx: Context, from: number): Promise<Happening[]> {
  const { zone } = ctx.city;
  const rows = await stirringSince(ctx, hourStart(from - rankedWeeks * 168, zone));
  const fresh = rows.filter((row) => hourOf(row.last_at, zone) >= from - 10 * dayHours);
  const appeals = new Map<string, Set<string>>();
  for (const { warning_id, order_id } of await appealsOf(
    ctx,
    fresh.map(({ id }) => id),
  ))
    appeals.set(warning_id, (appeals.get(warning_id) ?? new Set()).add(order_id));
  return rows.map((row) => happeningOf(row, appeals.get(row.id) ?? new Set(), zone));
}

function happeningOf(row: WarningRow, appeals: Set<string>, zone: string): Happening {
  const hour = (at: Date) => hourOf(at, zone);
  return {
    id: row.id,
    keys: new Set(row.keys),
    appeals,
    firstAt: hour(row.raised_at),
    lastAt: hour(row.last_at),
    strength: row.strength,
    toldAt: row.told_at === null ? null : hour(row.told_at),
  };
}

const usualAppeals = 400;

async function usualBefore(ctx: Context, book: CountBook, at: number): Promise<readonly Arrival[]> {
  let days = 7;
  while (days < 56 && book.seen(everything, at - days * dayHours, at) < usualAppeals) days += 7;
  const { zone } = ctx.city;
  const arrivals = await arrivedBetween(
    ctx,
    hourStart(at - days * dayHours, zone),
    hourStart(at, zone),
  );
  const step = Math.ceil(arrivals.length / usualAppeals);
  return arrivals.filter((_, no) => no % Math.max(1, step) === 0);
}
