import { isUrgent } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import * as matters from '../modules/matters/index.ts';
import { readBefore } from '../modules/notices/index.ts';
import * as problems from '../modules/problems/index.ts';
import { systemActor } from '../platform/actor.ts';
import type { Context, Runtime } from '../platform/context.ts';
import { inOneTransaction } from '../platform/one-transaction.ts';
import { dayAfter, dayOf } from '../platform/zone.ts';
import { tellOfTheWeek } from './begin-brief.ts';
import { castOf } from './cast.ts';
import { homePlaces, villagesOf } from './demo-places.ts';
import { live } from './live.ts';
import type { Part } from './lives/scene.ts';
import { dayAt } from './office-time.ts';
import { officeUnits } from './people.ts';
import { readNodes } from './read-nodes.ts';
import { type Staff, staffOf } from './staff.ts';
import { type DemoTexts, readDemoTexts } from './texts.ts';
import { type World, worldAt } from './world.ts';

export interface DemoWishes {
  city: string;
  /** 1: the whole cast; tests are content with one part in several. */
  oneIn: number;
}

export interface DemoLoaded {
  orders: number;
  /** Lives that ended by a refusal, by its code: somebody else acted first, as in life. */
  refused: Readonly<Record<string, number>>;
}

type Say = (line: string) => void;

const firstDay = 60;
const groupedDays = 30;
const dayMs = 86_400_000;

/**
 * 载入演示工单: some weeks of invented orders, lived through by the real use cases on a clock that ends at the present.
 * Only into a database that has no order; answers null otherwise, or when nobody wrote texts for the city. All of it
 * is there or none: a start that was killed in the middle is begun anew by the next.
 */
export async function loadDemo(
  real: Runtime,
  wishes: DemoWishes,
  say: Say,
): Promise<DemoLoaded | null> {
  const texts = readDemoTexts(wishes.city);
  if (!texts || (await hasOrders(real))) return null;
  const end = real.clock.now();
  const start = dayAt(end, firstDay, 0);
  return inOneTransaction(real.db, monthsBetween(start, end), async (db) => {
    const whole: Runtime = { ...real, db };
    await awaitTurn(whole, say);
    if (await hasOrders(whole)) return null;
    say('载入演示工单…');
    return play(whole, texts, { start, end, ...wishes }, say);
  });
}

/** Of two programs that start at once on one database, one loads. */
async function awaitTurn({ db }: Runtime, say: Say): Promise<void> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('demo.orders')) as mine`.execute(db.kysely);
  if (rows[0]?.mine) return;
  say('另一个程序正在载入演示工单,等它载完…');
  await sql`select pg_advisory_xact_lock(hashtext('demo.orders'))`.execute(db.kysely);
}

function monthsBetween(start: Date, end: Date): Date[] {
  const days = Math.ceil((end.getTime() - start.getTime()) / dayMs);
  return Array.from({ length: days + 1 }, (_, day) => new Date(start.getTime() + day * dayMs));
}

interface Span extends DemoWishes {
  start: Date;
  end: Date;
}

async function play(
  real: Runtime,
  texts: DemoTexts,
  { city, oneIn, start, end }: Span,
  say: Say,
): Promise<DemoLoaded> {
  const world = worldAt(real, start);
  const staff = await staffOf(world, city, real.city.code);
  const units = officeUnits(city, real.city.code);
  const all = await cast(world, texts, { end, city });
  const parts = all.filter((_, no) => no % oneIn === 0);
  const refused = await live({ real, staff, units, end, say }, parts);
  await groupLastMonth(worldAt(real, end), staff, real.city.zone);
  await readNodes(worldAt(real, end), staff);
  await tellOfTheWeek(worldAt(real, end), staff);
  const lately = new Date(end.getTime() - dayMs);
  await worldAt(real, end).do(systemActor, readBefore, lately);
  return { orders: parts.length, refused };
}

/** 问题归集 of the last month: asked for by the analyst, made by the worker that starts next, which answers meanwhile. */
async function groupLastMonth(world: World, staff: Staff, zone: Runtime['city']['zone']) {
  const to = dayOf(world.clock.now().getTime(), zone);
  const asked = { from: dayAfter(to, -groupedDays + 1), to, without: [] };
  await world.do(await staff.centre('analyst'), problems.askRun, asked);
}

async function hasOrders({ db, city }: Runtime): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from orders.order where city_id = ${city.cityId}) as has`.execute(
    db.kysely,
  );
  return rows[0]?.has ?? false;
}

async function cast(
  world: World,
  texts: DemoTexts,
  { end, city }: { end: Date; city: string },
): Promise<Part[]> {
  const towns = Object.values(texts.places).flatMap((spots) => spots.map(([town]) => town));
  const villages = await world.do(systemActor, villagesOf, towns);
  const tree = await world.do(systemActor, matters.matterTree, undefined);
  const reported = await world.do(systemActor, classesWithReports, [...tree.values()]);
  return castOf({
    texts,
    villages,
    end,
    home: await world.do(systemActor, homePlaces, city),
    isUrgent: (matter) => isUrgent(tree.get(matter)?.urgency ?? 'U3'),
    isLong: (matter) => reported.has(tree.get(matter)?.limit_class ?? ''),
    typeOf: (matter) => {
      const leaf = tree.get(matter);
      if (!leaf) throw new Error(`Matter ${matter} of the demo is not in the city's tree.`);
      return leaf.type;
    },
  });
}

/** 时限类别 whose leads write stage reports. */
async function classesWithReports(
  ctx: Context,
  leaves: readonly { limit_class: string }[],
): Promise<Set<string>> {
  const codes = [...new Set(leaves.map(({ limit_class }) => limit_class))];
  const found = await Promise.all(codes.map((code) => matters.limitClass(ctx, code)));
  return new Set(found.flatMap((one) => (one?.stageReport ? [one.code] : [])));
}
