import { setTimeout as pause } from 'node:timers/promises';
import { type Fleet, type Standing, type Target, targets } from './fleet.ts';
import { type Kind, kinds, type Lived, live, type People } from './lives.ts';
import { faultsIn, settle, type Traces, tracesOf } from './look.ts';
import { newTally, type Tally } from './patient-call.ts';

const clients = 8;

export interface Ground extends Living {
  readonly fleet: Fleet;
}

/** What a load needs of it. */
export interface Living {
  readonly fleet: Standing;
  readonly people: People;
  /** What a life of each kind leaves behind when nothing is killed. */
  readonly expected: ReadonlyMap<Kind, Traces>;
  /** The same under another clock, which is as right where lives were lived by both. */
  readonly alsoRight?: readonly ReadonlyMap<Kind, Traces>[];
}

export interface Played {
  readonly faults: readonly string[];
  /** What happened, in figures. */
  readonly told: string;
  /** It could not be played here. */
  readonly isLeftOut?: boolean;
}

/** One life of each kind in peace: what every later one is held against. */
export async function calmTraces(
  fleet: Standing,
  people: People,
  afterwards: () => Promise<void> = async () => undefined,
): Promise<Map<Kind, Traces>> {
  const lived: Lived[] = [];
  for (const kind of kinds) lived.push(await live(fleet, people, { kind, tally: newTally() }));
  await afterwards();
  await settle(fleet.runtime);
  const found = await tracesOf(fleet.runtime, lived);
  return new Map(
    lived.map(({ kind, orderId }) => {
      const traces = found.get(orderId);
      if (!traces) throw new Error(`No order ${orderId} in peace.`);
      return [kind, traces];
    }),
  );
}

export interface Killing {
  readonly target: Target;
  readonly afterMs: number;
}

/** At random moments of a random sequence of three. */
export function killings(random: () => number): Killing[] {
  return Array.from({ length: 3 }, () => ({
    target: targets[Math.floor(random() * targets.length)] ?? 'web',
    afterMs: Math.floor(200 + random() * 3500),
  }));
}

/** Lives under way while `trouble` lasts; then everything is looked at. Answers what is wrong. */
export async function underLoad(
  { fleet, people, expected, alsoRight = [] }: Living,
  trouble: (tally: Tally) => Promise<void>,
): Promise<{ faults: string[]; tally: Tally; lives: number }> {
  const tally = newTally();
  const lived: Lived[] = [];
  const faults: string[] = [];
  let isOver = false;
  const client = async (no: number) => {
    for (let turn = 0; !isOver; turn += 1) {
      const kind = kinds[(no + turn) % kinds.length] ?? 'waiting';
      try {
        lived.push(await live(fleet, people, { kind, tally }));
      } catch (error) {
        faults.push(String(error));
        return;
      }
    }
  };
  const all = Array.from({ length: clients }, (_, no) => client(no));
  await trouble(tally);
  isOver = true;
  await Promise.all(all);
  await settle(fleet.runtime).catch((error) => void faults.push(String(error)));
  faults.push(...(await faultsIn(fleet.runtime, fleet.dataFolder, { lived, expected, alsoRight })));
  return { faults, tally, lives: lived.length };
}

export async function killingRound(ground: Ground, list: readonly Killing[]) {
  return underLoad(ground, async () => {
    for (const { target, afterMs } of list) {
      await pause(afterMs);
      ground.fleet.kill(target);
    }
    await pause(1500);
  });
}

/** A check that cannot fail would find nothing ever: what must be found of lives that never were. */
export async function blindSpots({ fleet, people, expected }: Ground): Promise<string[]> {
  const real = await live(fleet, people, { kind: 'submitted with photo', tally: newTally() });
  await settle(fleet.runtime);
  const picture = real.photo && { ...real.photo, digest: 'f'.repeat(64) };
  const never = [
    { ...real, orderId: '01900000-0000-7000-8000-000000000000' },
    { ...real, kind: 'waiting' as const },
    { ...real, photo: picture },
  ];
  const found = await faultsIn(fleet.runtime, fleet.dataFolder, { lived: never, expected });
  return ['lost', 'instead of', 'is gone']
    .filter((word) => !found.some((fault) => fault.includes(word)))
    .map((word) => `what should be found as '${word}' is not`);
}
