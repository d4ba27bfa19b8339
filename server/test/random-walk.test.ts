import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignmentSteps, assignmentStepsFrom } from '../src/modules/dispatch/index.ts';
import {
  advance,
  lock,
  type OrderStep,
  orderSteps,
  stepsFrom,
} from '../src/modules/orders/index.ts';
import { verifyChain } from '../src/platform/events.ts';
import { Refusal } from '../src/platform/refusal.ts';
import { inCity } from './kit.ts';
import { countersEqualLists } from './random-walk/counted.ts';
import { keepsInvariants, type Standing, standingOf } from './random-walk/invariants.ts';
import { type Judged, keepsWhatIsJudged } from './random-walk/judged.ts';
import { type Leaning, leaningNames, likelyMove, moves } from './random-walk/moves.ts';
import { NothingToDo } from './random-walk/unit-moves.ts';
import { type Walk, walkOf } from './random-walk/walk.ts';

/** A street lamp is a bureau's matter; the election of a residents' committee goes down to the village. */
const matters = ['010105', '020103'] as const;

/** Suspended and parked ask for two people in a row. */
const often: readonly Leaning[] = ['deferring'];

const lives = fc.record({
  matterCode: fc.constantFrom(...matters),
  urgency: fc.constantFrom('U3', 'U3', 'U2' as const),
  secrecy: fc.constantFrom(0, 0, 3 as const),
  /** From its first word, or from the units' desks or the call-back, which few walks reach by themselves. */
  from: fc.constantFrom('waiting', 'sent', 'sent', 'call-back'),
  leaning: fc.constantFrom(...often, ...leaningNames),
  picks: fc.array(fc.nat(2 ** 24), { minLength: 30, maxLength: 60 }),
});

interface Seen {
  readonly standing: Standing;
  readonly judged: Judged;
}
const seenBy = async (walk: Walk): Promise<Seen> => ({
  standing: await walk.standing(),
  judged: await walk.judged(),
});

/** One move, tried as things stand; answers how they stand then. */
async function step(
  walk: Walk,
  before: Seen,
  { pick, leaning }: { pick: number; leaning: Leaning },
): Promise<Seen & { took: string }> {
  const name = likelyMove(before.standing.status, pick, leaning);
  try {
    await moves[name](walk, pick >> 8);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof NothingToDo)) throw error;
  }
  const now = await seenBy(walk);
  keepsInvariants(before.standing, now.standing);
  keepsWhatIsJudged(before.judged, now.judged, now.standing.events);
  return { ...now, took: `${before.standing.status} ${name} ${now.standing.status}` };
}

const allSteps = Object.keys(orderSteps) as OrderStep[];

/** The same walks every time, so that a failure is not gone the next time; another number finds other ones. */
const seed = Number(process.env.WALK_SEED ?? 12345);
/** `npm run long` lives many more. */
const lifeCount = Number(process.env.WALK_RUNS ?? 48);
const msPerLife = 30_000;

function once<T>(act: (value: T) => void): (value: T) => void {
  let isDone = false;
  return (value) => {
    if (!isDone) act(value);
    isDone = true;
  };
}

/** T28, domain 2.2. */
const lastOfTheRuleBook = 28;

describe('the table of the order', () => {
  test('a step is taken exactly where the table lets it begin', { timeout: 60_000 }, async () => {
    const walks = fc.array(fc.constantFrom(...allSteps), { minLength: 5, maxLength: 25 });
    const property = fc.asyncProperty(walks, async (names) => {
      await inCity(async ({ anOrder, system, ctx, clock }) => {
        const { id } = await anOrder.waiting();
        let status: OrderStatus = 'to-accept';
        for (const name of names) {
          const { from, to } = orderSteps[name];
          const mayBegin = (from as readonly OrderStatus[]).includes(status);
          const ended = await system
            .do(async (at) => advance(at, await lock(at, id), name), undefined)
            .then(({ status: now }) => now)
            .catch((error) => (error instanceof Refusal ? error.code : Promise.reject(error)));
          expect(ended).toBe(mayBegin ? to : 'orders.stale');
          if (mayBegin) status = to;
        }
        const { events, ...now } = await standingOf(ctx, id, clock.now());
        expect(now.status).toBe(status);
        expect(verifyChain([...events])).toEqual({ ok: true });
      })();
    });
    await fc.assert(property, { numRuns: 60, seed });
  });

  test('every transition has its number: the rule book’s, or one of ours that is given once', () => {
    const numbers = [...Object.values(orderSteps), ...Object.values(assignmentSteps)].map(
      ({ no }) => Number(no.slice(1)),
    );
    const ours = numbers.filter((no) => no > lastOfTheRuleBook).toSorted((a, b) => a - b);
    expect(ours).toEqual(Array.from(ours, (_, at) => lastOfTheRuleBook + 1 + at));
    expect(numbers.every((no) => no >= 1)).toBe(true);
  });

  test('the end is the end: nothing leads out of the archive, and only the archive out of an end', () => {
    const ends = ['answered', 'transferred', 'withdrawn'] as const;
    for (const status of ends) expect(stepsFrom(status)).toEqual(['archive']);
    // 告知复核: what was guided elsewhere may be worked after all.
    expect(stepsFrom('disposed').toSorted()).toEqual(['archive', 'reopen-guided']);
    // 虚假办结 is worked once more, also after the end.
    expect(stepsFrom('closed').toSorted()).toEqual(['archive', 'redo-false']);
    expect(stepsFrom('archived')).toEqual([]);
    expect(assignmentStepsFrom('revoked')).toEqual([]);
    expect(assignmentStepsFrom('returned')).toEqual([]);
  });
});

describe('a random life of an order', () => {
  test('whoever tries whatever, the tables hold', { timeout: lifeCount * msPerLife }, async () => {
    let steps = 0;
    const taken = new Set<string>();
    /** Shrinking may end at another fault than it began with: the first one is said at once. */
    const say = once((error: unknown) => process.stdout.write(`${String(error)}\n`));
    const property = fc.asyncProperty(
      lives,
      async ({ matterCode, urgency, secrecy, from, leaning, picks }) => {
        await inCity(async ({ anOrder, ...kit }) => {
          const how = { matterCode, urgency, secrecy, areaCode: '350626100000' };
          const isSecret = from === 'waiting' && secrecy === 3;
          const beginnings = {
            waiting: async () => (await anOrder.waiting(how)).id,
            sent: async () => (await anOrder.inProgress()).orderId,
            'call-back': () => anOrder.forCallBack(),
          };
          const orderId = await beginnings[from]();
          const walk = walkOf(kit, { orderId, matterCode, isSecret });
          let seen = await seenBy(walk);
          for (const pick of picks) {
            const now = await step(walk, seen, { pick, leaning }).catch((error) => {
              say(error);
              throw error;
            });
            taken.add(now.took);
            seen = now;
          }
          steps += picks.length;
          await countersEqualLists(walk);
        })();
      },
    );
    await fc.assert(property, { numRuns: lifeCount, seed });
    process.stdout.write(`${lifeCount} random lives, ${steps} steps, seed ${seed}\n`);
    const reached = new Set([...taken].map((each) => each.split(' ').at(-1)));
    // A walk that never gets anywhere proves nothing.
    for (const status of [
      'in-transfer',
      'in-dispute',
      'need-info',
      'suspended',
      'parked',
      'merged',
      'reply-review',
      'call-back',
      'closed',
      'archived',
      'withdrawn',
    ])
      expect(reached).toContain(status);
  });
});
