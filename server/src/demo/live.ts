import type { Runtime } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { chanceOf } from './chance.ts';
import { lifeOf } from './lives/life-of.ts';
import { lostCalls } from './lives/lost-calls.ts';
import type { Life, Part, Scene } from './lives/scene.ts';
import type { Staff } from './staff.ts';
import { liveUntil, type World, worldAt } from './world.ts';

interface Stage {
  real: Runtime;
  staff: Staff;
  end: Date;
  say(line: string): void;
}

/** Something that waits for its instant. Lives of one order share its world. */
interface Waiting {
  at: Date;
  life: Life;
  world: World;
}

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
    const spawn = (life: Life) => waiting.push({ at: world.clock.now(), life, world });
    const chance = chanceOf(`life ${part.seed}`);
    const life = lifeOf({ part, memory, world, staff, end, chance, spawn });
    waiting.push({ at: part.at, life, world });
  }
  for (const { at, happens } of lostCalls(end)) {
    const world = worldAt(real, at);
    waiting.push({ at, life: happens(world), world });
  }
  for (let first = earliest(waiting); first && first.at <= end; first = earliest(waiting)) {
    await liveUntil(real, first.at);
    sayWeek(first.at);
    waiting.splice(waiting.indexOf(first), 1);
    await step(first, waiting, refused);
  }
  await liveUntil(real, end);
  return refused;
}

const earliest = (waiting: readonly Waiting[]): Waiting | undefined =>
  waiting.reduce<Waiting | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);

/** A refusal ends that life where it stands, as somebody's who came too late. Anything else is a fault. */
async function step(
  { at, life, world }: Waiting,
  waiting: Waiting[],
  refused: Record<string, number>,
): Promise<void> {
  world.clock.set(at);
  try {
    const next = await life.next();
    if (!next.done) waiting.push({ at: next.value, life, world });
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
