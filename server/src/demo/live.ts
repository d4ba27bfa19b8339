import type { Runtime } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { chanceOf } from './chance.ts';
import { lifeOf } from './lives/life-of.ts';
import type { Life, Part, Scene } from './lives/scene.ts';
import { minutesAfter } from './office-time.ts';
import type { Staff } from './staff.ts';
import { liveUntil, type World, worldAt } from './world.ts';

interface Stage {
  real: Runtime;
  staff: Staff;
  end: Date;
  say(line: string): void;
}

/** Something that waits for its instant. Lives of one order share its world, and never run side by side. */
interface Waiting {
  at: Date;
  seed: string;
  /** Orders that speak of each other: what one tells on another's chain must not overtake it. */
  thread: string;
  life: Life;
  world: World;
}

/** How far apart steps of different orders may lie that run side by side, and how many may. */
const spanMinutes = 60;
const sideBySide = 8;

/** All lives in the order of the clock, until the present; what falls due between fires in its turn. */
export async function live(
  { real, staff, end, say }: Stage,
  parts: readonly Part[],
): Promise<Record<string, number>> {
  const memory: Scene['memory'] = new Map();
  const refused: Record<string, number> = {};
  const sayWeek = weekSayer(end, say);
  const waiting: Waiting[] = [];
  for (const part of parts) {
    const world = worldAt(real, part.at);
    const thread = part.group ?? part.repeats ?? part.seed;
    const { seed } = part;
    const spawn = (life: Life) =>
      waiting.push({ at: world.clock.now(), seed, thread, life, world });
    const chance = chanceOf(`life ${part.seed}`);
    waiting.push({
      at: part.at,
      seed,
      thread,
      world,
      life: lifeOf({ part, memory, world, staff, end, chance, spawn }),
    });
  }
  for (let first = earliest(waiting); first && first.at <= end; first = earliest(waiting)) {
    const until = minutesAfter(first.at, spanMinutes);
    const alarms = await liveUntil(real, first.at, until);
    sayWeek(first.at);
    const ringsFirst = ({ seed, at }: Waiting) =>
      (alarms.get(memory.get(seed)?.orderId ?? '') ?? until) < at;
    const batch = takeBatch(waiting, until < end ? until : end, ringsFirst);
    await Promise.all(batch.map((one) => step(one, waiting, refused)));
  }
  await liveUntil(real, end, end);
  return refused;
}

const earliest = (waiting: readonly Waiting[]): Waiting | undefined =>
  waiting.reduce<Waiting | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);

/** The next few steps of different orders, none of which an alarm of its own order comes before. */
function takeBatch(
  waiting: Waiting[],
  until: Date,
  ringsFirst: (one: Waiting) => boolean,
): Waiting[] {
  const batch: Waiting[] = [];
  const seen = new Set<string>();
  for (const one of waiting.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (batch.length === sideBySide || one.at > until) break;
    const isNext = !seen.has(one.thread) && !(batch.length > 0 && ringsFirst(one));
    seen.add(one.thread);
    if (isNext) batch.push(one);
  }
  for (const one of batch) waiting.splice(waiting.indexOf(one), 1);
  return batch;
}

/** A refusal ends that life where it stands, as somebody's who came too late. Anything else is a fault. */
async function step(
  { at, life, world, ...whose }: Waiting,
  waiting: Waiting[],
  refused: Record<string, number>,
): Promise<void> {
  world.clock.set(at);
  try {
    const next = await life.next();
    if (!next.done) waiting.push({ at: next.value, life, world, ...whose });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused[error.code] = (refused[error.code] ?? 0) + 1;
  }
}

/** A line for each week lived through. */
function weekSayer(end: Date, say: (line: string) => void): (at: Date) => void {
  let saidWeeks = Number.POSITIVE_INFINITY;
  return (at) => {
    const weeks = Math.floor((end.getTime() - at.getTime()) / (7 * 86_400_000));
    if (weeks >= saidWeeks) return;
    saidWeeks = weeks;
    say(weeks === 0 ? '  演示工单:最近一周' : `  演示工单:${weeks} 周以前`);
  };
}
