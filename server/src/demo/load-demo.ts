import { sql } from 'kysely';
import * as matters from '../modules/matters/index.ts';
import { systemActor } from '../platform/actor.ts';
import type { Runtime } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { castOf } from './cast.ts';
import { chanceOf } from './chance.ts';
import { homePlaces, villagesOf } from './demo-places.ts';
import { lifeOf } from './lives/life-of.ts';
import type { Life, Part, Scene } from './lives/scene.ts';
import { dayAt } from './office-time.ts';
import { type Staff, staffOf } from './staff.ts';
import { type DemoTexts, readDemoTexts } from './texts.ts';
import { type World, worldFrom } from './world.ts';

export interface DemoLoaded {
  orders: number;
  /** Lives that ended by a refusal, by its code: somebody else acted first, as in life. */
  refused: Readonly<Record<string, number>>;
}

const firstDay = 60;

/**
 * 载入演示工单: some weeks of invented orders, lived through by the real use cases on a clock that ends at the present.
 * Only into a database that has no order; answers null otherwise, or when nobody wrote texts for the city.
 */
export async function loadDemo(
  real: Runtime,
  city: string,
  say: (line: string) => void,
): Promise<DemoLoaded | null> {
  const texts = readDemoTexts(city);
  if (!texts || (await hasOrders(real))) return null;
  say('载入演示工单…');
  const end = real.clock.now();
  const world = worldFrom(real, dayAt(end, firstDay, 0));
  const staff = await staffOf(world, city, real.city.code);
  const parts = await cast(world, texts, { end, city });
  const refused = await live({ world, staff, end, say }, parts);
  return { orders: parts.length, refused };
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
  return castOf({
    texts,
    villages,
    end,
    home: await world.do(systemActor, homePlaces, city),
    typeOf: (matter) => {
      const leaf = tree.get(matter);
      if (!leaf) throw new Error(`Matter ${matter} of the demo is not in the city's tree.`);
      return leaf.type;
    },
  });
}

interface Stage {
  world: World;
  staff: Staff;
  end: Date;
  say(line: string): void;
}

/** One thing at a time, in the order of the clock, until the present. */
async function live(stage: Stage, parts: readonly Part[]): Promise<Record<string, number>> {
  const { world, staff, end } = stage;
  const memory: Scene['memory'] = new Map();
  const waiting: Waiting[] = [];
  const spawn = (life: Life) => waiting.push({ at: world.clock.now(), life });
  for (const part of parts) {
    const chance = chanceOf(`life ${part.seed}`);
    const life = lifeOf({ part, memory, world, staff, end, chance, spawn });
    waiting.push({ at: part.at, life });
  }
  const refused = await liveAll(stage, waiting);
  await world.liveUntil(end);
  return refused;
}

interface Waiting {
  at: Date;
  life: Life;
}

async function liveAll(
  { world, end, say }: Stage,
  waiting: Waiting[],
): Promise<Record<string, number>> {
  const refused: Record<string, number> = {};
  const days = daySayer(end, say);
  for (let next = takeFirst(waiting); next && next.at <= end; next = takeFirst(waiting)) {
    await world.liveUntil(next.at);
    days(next.at);
    const step = await stepOf(next.life, refused);
    if (step && !step.done) waiting.push({ at: step.value, life: next.life });
  }
  return refused;
}

function takeFirst(waiting: Waiting[]): Waiting | null {
  let first = 0;
  for (const [no, { at }] of waiting.entries()) {
    const least = waiting[first];
    if (least && at < least.at) first = no;
  }
  return waiting.splice(first, 1)[0] ?? null;
}

/** A refusal ends that life where it stands, as somebody's who came too late. Anything else is a fault. */
async function stepOf(
  life: Life,
  refused: Record<string, number>,
): Promise<IteratorResult<Date, void> | null> {
  try {
    return await life.next();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused[error.code] = (refused[error.code] ?? 0) + 1;
    return null;
  }
}

const sayEveryDays = 7;

/** A line for each week lived through. */
function daySayer(end: Date, say: (line: string) => void): (at: Date) => void {
  let saidWeeks = Number.POSITIVE_INFINITY;
  return (at) => {
    const weeks = Math.floor((end.getTime() - at.getTime()) / (sayEveryDays * 86_400_000));
    if (weeks >= saidWeeks) return;
    saidWeeks = weeks;
    say(weeks === 0 ? '  演示工单:最近一周' : `  演示工单:${weeks} 周以前`);
  };
}
