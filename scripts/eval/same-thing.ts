import { readAtMost, usageOf } from '../../server/src/modules/issues/city-usage.ts';
import type { Message } from '../../server/src/modules/issues/index.ts';
import { type Likely, leastScore, likenedTo } from '../../server/src/modules/issues/likely-same.ts';
import { keysOf } from '../../server/src/modules/issues/order-keys.ts';
import type { Telling } from '../../server/src/modules/orders/index.ts';
import { readArguments } from './arguments.ts';
import { halves, halvesOf, sameIn } from './halves.ts';
import { KeyBook } from './key-book.ts';
import { gazetteerOfCities, knownCities } from './known-cities.ts';
import { readMessages } from './problem-messages.ts';
import { readGold } from './read-gold.ts';
import { asOrder, matterReader } from './told-orders.ts';

interface Told {
  readonly id: string;
  readonly found: readonly Pick<Likely, 'other' | 'score'>[];
  /** Somebody told of the same thing before. */
  readonly isTold: boolean;
  /** And is among those that are compared. */
  readonly isCompared: boolean;
}

const mostProposed = 3;
/** Thresholds beside the one in use. */
const besides = [0, 1, 2, 3];

/**
 * What is proposed as the same thing while orders come in one after the other: how much of it is right, and of how many
 * orders that repeat a thing that is said. `--decided F`: labelled rows that tell the matters.
 */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, { values: ['input', 'gold', 'decided'], marks: [] });
  const messages = readMessages(given.path('input')).toSorted(
    (a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0),
  );
  const ids = messages.map(({ id }) => id);
  const gold = readGold(given.path('gold'), new Set(ids));
  const isSame = sameIn(gold);
  const decided = given.has('decided') ? given.path('decided') : null;
  const told = ordersOf(messages, decided).flatMap((orders) => walk(orders, isSame));
  const halfOf = halvesOf(ids, gold);
  const figures = (some: readonly Told[], least: number) => figuresOf(some, { least, isSame });
  return {
    messages: told.length,
    told: told.filter(({ isTold }) => isTold).length,
    compared: told.filter(({ isCompared }) => isCompared).length,
    ...figures(told, leastScore),
    halves: halves.map((half) =>
      figures(
        told.filter(({ id }) => halfOf(id) === half),
        leastScore,
      ),
    ),
    steps: besides.map((least) => ({ least, ...figures(told, least) })),
  };
}

interface CityOrders {
  readonly orders: readonly Telling[];
  readonly gazetteer: ReturnType<typeof gazetteerOfCities>;
}

function ordersOf(messages: readonly Message[], decided: string | null): CityOrders[] {
  return knownCities().flatMap((pack) => {
    const own = messages.filter(({ area }) => area === pack.name);
    if (own.length === 0) return [];
    const gazetteer = gazetteerOfCities([pack]);
    const blend = matterReader(pack, decided);
    const city = pack.areas.find(({ level }) => level === 'city')?.code ?? '';
    return [
      { orders: own.map((message) => asOrder(message, { blend, gazetteer, city })), gazetteer },
    ];
  });
}

function walk(
  { orders, gazetteer }: CityOrders,
  isSame: (a: string, b: string) => boolean,
): Told[] {
  const book = new KeyBook();
  return orders.map((own, at) => {
    const keys = book.rare(keysOf(own, gazetteer), own);
    const others = book.sharing(keys, own);
    book.add(keys, own);
    const usage = usageOf(orders.slice(Math.max(0, at - readAtMost), at));
    return {
      id: own.id,
      found: likenedTo({ own, keys, others }, { gazetteer, usage }),
      isTold: orders.slice(0, at).some(({ id }) => isSame(own.id, id)),
      isCompared: others.some(({ id }) => isSame(own.id, id)),
    };
  });
}

function figuresOf(
  told: readonly Told[],
  { least, isSame }: { least: number; isSame: (a: string, b: string) => boolean },
) {
  let [proposals, right, hit] = [0, 0, 0];
  for (const { id, found } of told) {
    const proposed = found.filter(({ score }) => score >= least).slice(0, mostProposed);
    const good = proposed.filter(({ other }) => isSame(id, other.id)).length;
    proposals += proposed.length;
    right += good;
    if (good > 0) hit += 1;
  }
  const all = told.filter(({ isTold }) => isTold).length;
  return { proposals, right, precision: share(right, proposals), recall: share(hit, all) };
}

const share = (part: number, whole: number): number =>
  Math.round((1000 * part) / Math.max(1, whole)) / 1000;
