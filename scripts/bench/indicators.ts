import { indicators as contract, scorecard } from '@minsheng/contract';
import pg from 'pg';
import { makeFacts, recountMonth, rulesOfCity } from '../../server/src/modules/indicators/index.ts';
import { systemActor } from '../../server/src/platform/actor.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import type { Runtime } from '../../server/src/platform/context.ts';
import { openDatabase } from '../../server/src/platform/db.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { testCity, testKeys, testSite } from '../../server/src/platform/testing/test-city.ts';
import { transact } from '../../server/src/platform/transact.ts';
import { dayOf, dayStart } from '../../server/src/platform/zone.ts';
import { pretendPorts } from '../../server/test/pretend-ports.ts';
import { type Person, signIn } from '../../stories/kit/person.ts';
import { benchServer } from './bench-server.ts';
import { cityId } from './complete-rows.ts';
import { type Loaded, loadFacts, withEvents } from './load-facts.ts';
import { type Timed, timed, timesOf } from './timed.ts';

interface Measured {
  orders: number;
  facts: number;
  factsInMonth: number;
  bytes: number;
  loadMinutes: number;
  /** Milliseconds, and how many times a bare count of the same rows: of a month, of the year (trend, ranking), of the events of an order. */
  p50Ms: Record<string, number>;
  p95Ms: Record<string, number>;
  ratioOfP50: Record<string, number>;
  ratio: Record<string, number>;
}

const rounds = 20;
const dayMs = 86_400_000;

/** Scorecard, trend, ranking and the orders behind a number among so many orders, and what one more event costs. */
export async function benchIndicators(
  { orders, data }: { readonly orders: number; readonly data: string | null },
  say: (line: string) => void,
): Promise<Measured> {
  const bench = await benchServer(data, say);
  const db = openDatabase(bench.connection, createLog('warn'));
  const pool = new pg.Pool({ ...bench.connection, max: 1 });
  const runtime = runtimeOn(db);
  try {
    const rules = await transact(runtime, systemActor, rulesOfCity);
    const until = systemClock.now();
    const addUp = (month: string) =>
      transact(runtime, systemActor, (ctx) => recountMonth(ctx, month));
    const loaded = await loadFacts(pool, { count: orders, until, rules, addUp }, say);
    const month = lastMonth(loaded.first);
    const director = await signIn(bench.server, 'director');
    const asked = questions(director, month);
    const times: Record<string, Timed> = {
      bareCount: await bareCount(pool, month),
      bareCountOfYear: await bareCount(pool, yearBefore(month)),
    };
    for (const [name, ask] of asked) {
      say(`${name}, ${rounds} times`);
      times[name] = await timed(rounds, ask);
    }
    say(`one more event of ${withEvents} orders`);
    times.bareEvents = await timedEach(loaded, (id) =>
      pool.query('select count(*) from platform.event where city_id = $1 and subject_id = $2', [
        cityId,
        id,
      ]),
    );
    times.oneMoreEvent = await timedEach(loaded, (id) =>
      transact(runtime, systemActor, (ctx) => makeFacts(ctx, id, 1)),
    );
    return {
      orders,
      facts: loaded.facts,
      factsInMonth: await factsIn(pool, month),
      bytes: loaded.bytes,
      loadMinutes: loaded.minutes,
      ...figuresOf(times),
    };
  } finally {
    await pool.end();
    await db.stop();
    await bench.stop();
  }
}

function figuresOf(
  times: Readonly<Record<string, Timed>>,
): Pick<Measured, 'p50Ms' | 'p95Ms' | 'ratioOfP50' | 'ratio'> {
  const of = (share: keyof Timed): Record<string, number> =>
    Object.fromEntries(Object.entries(times).map(([name, each]) => [name, each[share]]));
  const rounded = (ms: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(ms).map(([name, each]) => [name, round(each)]));
  const [p50, p95] = [of('p50'), of('p95')];
  return {
    p50Ms: rounded(p50),
    p95Ms: rounded(p95),
    ratioOfP50: ratios(p50),
    ratio: ratios(p95),
  };
}

function runtimeOn(db: Runtime['db']): Runtime {
  return {
    db,
    clock: systemClock,
    city: testCity,
    keys: testKeys,
    ports: pretendPorts(),
    log: createLog('warn'),
    site: testSite,
  };
}

interface Month {
  readonly from: Date;
  readonly until: Date;
}

/** A whole month of the city, long enough after the first order for a year of history to hold nearly nothing else. */
function lastMonth(first: Date): Month & { readonly name: string } {
  const name = dayOf(first.getTime() + 290 * dayMs, testCity.zone).slice(0, 7);
  const next = dayOf(first.getTime() + 321 * dayMs, testCity.zone).slice(0, 7);
  return { name, from: startOf(name), until: startOf(next) };
}

const startOf = (month: string): Date => dayStart(`${month}-01`, testCity.zone);
const yearBefore = ({ until }: Month): Month => ({
  until,
  from: new Date(until.getTime() - 365 * dayMs),
});

function questions(director: Person, { name, from, until }: Month & { readonly name: string }) {
  const day = (at: number) => dayOf(at, testCity.zone);
  const span = { from: day(from.getTime()), to: day(until.getTime() - 1) };
  const cell = { ...span, figure: 'K42-strict' } as const;
  return [
    ['scorecard', () => director.call(contract.readFigures, span)],
    ['scorecardOfUnit', () => director.call(contract.readFigures, { ...span, unit: '350600.zjj' })],
    ['satisfaction', () => director.call(scorecard.readSatisfaction, { month: name })],
    ['trend', () => director.call(scorecard.readTrend, { month: name })],
    ['ranking', () => director.call(scorecard.readRanking, { month: name, figure: 'K32' })],
    ['groups', () => director.call(contract.compareGroups, { ...span, figure: 'K32', by: 'unit' })],
    ['drillDown', () => director.call(contract.openCell, { ...cell, part: 'numerator' })],
    ['drillDownRare', () => director.call(contract.openCell, { ...cell, part: 'left-out' })],
  ] as const;
}

async function timedEach(
  { first, stepMs }: Loaded,
  ask: (orderId: string) => Promise<unknown>,
): Promise<Timed> {
  const all: number[] = [];
  for (let no = 0; no < withEvents; no += 1) {
    const ms = first.getTime() + no * stepMs;
    const hex = ms.toString(16).padStart(12, '0');
    const from = performance.now();
    await ask(`${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`);
    all.push(performance.now() - from);
  }
  return timesOf(all);
}

const inMonth = 'city_id = $1 and at >= $2 and at < $3 and order_id < platform.first_id($3)';

const bareCount = (pool: pg.Pool, { from, until }: Month): Promise<Timed> =>
  timed(rounds, () =>
    pool.query(`select count(*) from indicators.fact where ${inMonth}`, [cityId, from, until]),
  );

async function factsIn(pool: pg.Pool, { from, until }: Month): Promise<number> {
  const { rows } = await pool.query(
    `select count(*)::int as facts from indicators.fact where ${inMonth}`,
    [cityId, from, until],
  );
  return rows[0].facts;
}

function ratios(ms: Readonly<Record<string, number>>): Record<string, number> {
  const { bareCount = 1, bareCountOfYear = 1, bareEvents = 1, oneMoreEvent = 0, ...asked } = ms;
  const base = (name: string) =>
    ['trend', 'ranking'].includes(name) ? bareCountOfYear : bareCount;
  const ofCount = Object.entries(asked).map(
    ([name, each]) => [name, round(each / base(name))] as const,
  );
  return Object.fromEntries([...ofCount, ['oneMoreEvent', round(oneMoreEvent / bareEvents)]]);
}

const round = (value: number): number => Math.round(value * 10) / 10;
