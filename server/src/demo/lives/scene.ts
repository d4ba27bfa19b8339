import { type Chance, chanceOf } from '../chance.ts';
import { minutesAfter, whenOpen } from '../office-time.ts';
import type { Staff } from '../staff.ts';
import type { DoneWords } from '../texts.ts';
import type { World } from '../world.ts';

/** Where an order of the demo shall stand when the present is reached; null: as far as its time carries it. */
export type Stop =
  | 'to-accept'
  | 'in-transfer'
  | 'to-dispatch'
  | 'withdrawn'
  | 'sent'
  | 'working'
  | 'reporting'
  | 'in-dispute'
  | 'deferral-asked'
  | 'parked'
  | 'unreviewed'
  | 'to-sign-off'
  | 'need-info'
  | 'reply-review'
  | 'call-back'
  | null;

export interface Place {
  areaCode: string;
  address: string;
}

export type Outcome =
  | { result: 'dispatch'; done: DoneWords }
  | { result: 'answer'; answer: string }
  | { result: 'dispose'; code: string; reason: string }
  | { result: 'transfer'; to: string };

/** One order of the demo, before it happens. */
export interface Part {
  seed: string;
  /** Whose number it is: one seed, one person. */
  person: string;
  at: Date;
  channel: 'phone' | 'visit' | 'web';
  who: 'person' | 'company' | 'anonymous';
  matter: string;
  type: 'ZX' | 'QZ' | 'TS' | 'JB' | 'JY' | 'BY';
  secrecy: 0 | 1;
  title: string | null;
  say: string;
  want: string;
  place: Place;
  outcome: Outcome;
  /** What is answered so and not otherwise. */
  fields?: Readonly<Record<string, string | number | boolean>>;
  stops: Stop;
  /** An earlier part of the same person about the same thing. */
  repeats: string | null;
  /** Several people about one thing: linked to the issue of the first. */
  group: string | null;
}

/** 一件工单的来龙去脉: yields the instant it waits for, and goes on when the clock is there. */
export type Life<Result = void> = AsyncGenerator<Date, Result>;

export interface Scene {
  readonly part: Part;
  readonly chance: Chance;
  readonly world: World;
  readonly staff: Staff;
  /** What became of the parts before: order and issue by seed or group. */
  readonly memory: Map<string, { orderId: string; issueId: string }>;
  readonly end: Date;
  /** Something that goes on beside this life. */
  spawn(life: Life): void;
}

/** Some minutes from now, in office hours unless it burns; whoever has a stop to reach gets there before the end. */
export function soon(
  scene: Scene,
  [least, most]: readonly [number, number],
  hours: 'always' | 'office',
): Date {
  const { chance, world } = scene;
  const plain = minutesAfter(world.clock.now(), chance.between(least, most));
  return inTime(scene, hours === 'office' ? whenOpen(plain, chance.between(2, 70)) : plain);
}

export function inTime({ part, chance, world, end }: Scene, at: Date): Date {
  const last = minutesAfter(end, -chance.between(3, 40));
  if (part.stops === null || at <= last) return at;
  const now = world.clock.now();
  return last > now ? last : minutesAfter(now, 1);
}

/** 客观原因未解决: of things that are built, one in fourteen; nobody leaves a danger as it is. */
export function isLeftOpen({ part }: Scene): boolean {
  const { outcome, seed, stops } = part;
  const isBuilt = outcome.result === 'dispatch' && outcome.done.assets.length > 0;
  return (
    isBuilt && stops === null && part.group === null && chanceOf(`left open ${seed}`).of(1 / 14)
  );
}
