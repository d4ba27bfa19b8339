import type { Runtime } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { chanceOf } from './chance.ts';
import { lifeOf } from './lives/life-of.ts';
import { lostCalls } from './lives/lost-calls.ts';
import type { Life, Part, Scene } from './lives/scene.ts';
import { errandsUntil } from './office/errands.ts';
import type { OfficeUnits } from './people.ts';
import type { Staff } from './staff.ts';
import { timelineOf, type World, worldAt } from './world.ts';

interface Stage {
  real: Runtime;
  staff: Staff;
  /** Null where the city names no units of the demo's people: then the centre has no errands. */
  units: OfficeUnits | null;
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
  { real, staff, units, end, say }: Stage,
  parts: readonly Part[],
): Promise<Record<string, number>> {
  const memory: Scene['memory'] = new Map();
  const refused: Record<string, number> = {};
  const sayWeek = weekSayer(end, say);
  const timeline = timelineOf(real);
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
  const errands = units ? errandsUntil({ staff, end, units, memory }) : [];
  for (const { at, happens } of errands) {
    const world = worldAt(real, at);
    waiting.push({ at, life: happens(world), world });
  }
  for (let first = earliest(waiting); first && first.at <= end; first = earliest(waiting)) {
    await timeline.liveUntil(first.at);
    sayWeek(first.at);
    waiting.splice(waiting.indexOf(first), 1);
    await step(first, waiting, refused);
  }
  await timeline.liveUntil(end);
  await timeline.finish();
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

const dayMs = 86_400_000;

/** A line for each week lived through, and for each day of the last week, in which most happens. */
function weekSayer(end: Date, say: (line: string) => void): (at: Date) => void {
  let said = '';
  return (at) => {
    const days = Math.floor((end.getTime() - at.getTime()) / dayMs);
    const weeks = Math.floor(days / 7);
    const line = weeks > 0 ? `${weeks} 周以前` : days > 0 ? `${days} 天以前` : '最近一天';
    if (line === said) return;
    said = line;
    say(`  演示工单:${line}`);
  };
}
