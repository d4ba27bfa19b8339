import { type Desk, desks, deskWords } from '@minsheng/contract/words/desks.ts';
import pg from 'pg';
import { z } from 'zod';
import { type Person, signIn } from '../../stories/kit/person.ts';
import { benchServer } from './bench-server.ts';
import { cityId } from './complete-rows.ts';
import { type Filled, fillOrders, type OrdersWish } from './fill-orders.ts';
import { type KeepAlive, keepAlive } from './keep-alive.ts';
import { openOrders } from './open-orders.ts';
import { timed, timedOver } from './timed.ts';
import { workedOff } from './worked-off.ts';

export interface ListsWish extends OrdersWish {
  readonly data: string | null;
}

interface Figure {
  p50Ms: number;
  p95Ms: number;
  /** How many rows the first answer held. */
  rows: number;
}

interface Measured {
  loaded: Filled | null;
  /** What is aimed at, p95 in milliseconds. */
  aimsP95Ms: typeof aims;
  /** Fifty orders by their keys in plain SQL, of the same database: what the machine gives. */
  bareRows: { p50Ms: number; p95Ms: number };
  desks: Record<string, Figure>;
  nextPages: Record<string, Figure>;
  counters: Record<string, Figure>;
  orderPage: Figure;
  search: Record<string, Figure>;
}

const aims = {
  deskList: 50,
  counters: 5,
  orderPage: 50,
  searchAtOneMillion: 100,
  searchAtTenMillion: 300,
};
const rounds = 40;
const open = 150;
const ids = 40;
const logins = [
  'agent',
  'shift-lead',
  'dispatcher',
  'reviewer',
  'call-back',
  'supervisor',
  'director',
  'zjj-liaison',
  'zjj-leader',
];
const page = z.object({ rows: z.array(z.unknown()), next: z.string().nullable().optional() });

/** What a person waits for: desks, counters, an order, a search, asked one after the other by one who is signed in. */
export async function benchLists(
  { data, ...wish }: ListsWish,
  say: (line: string) => void,
): Promise<Measured> {
  const bench = await benchServer(data, say);
  const pool = new pg.Pool({ ...bench.connection, max: 1 });
  try {
    const loaded = wish.orders === 0 ? null : await fillOrders(bench, wish, say);
    if ((await waitingForCallBack(pool)) < open) await openOrders(bench.server, open, say);
    await workedOff(bench, say);
    // The counters of a desk are folded, and what was opened is read by its indexes, as in a database that lives.
    await pool.query('vacuum analyze');
    const call = keepAlive(bench.server.url);
    const people: Person[] = [];
    for (const login of logins) people.push(await signIn(bench.server, login));
    const [agent] = people;
    if (!agent) throw new Error('Nobody is signed in.');
    const some = await someOrders(pool);
    const bare = await bareRows(pool, some);
    say('desks');
    const ofEachDesk = await ofDesks(call, people, say);
    say('counters');
    const counters = await ofCounters(call, people);
    say('an order');
    const orderPage = await figureOf(some.map(({ id }) => asking(call, agent, `/orders/${id}`)));
    say('searches');
    const search = await ofSearches(call, agent, some);
    return {
      loaded,
      aimsP95Ms: aims,
      bareRows: bare,
      ...ofEachDesk,
      counters,
      orderPage,
      search,
    };
  } finally {
    await pool.end();
    await bench.stop();
  }
}

/** The last stage of those an earlier run opened in this folder. */
async function waitingForCallBack(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from orders.order where city_id = $1 and status = 'call-back'`,
    [cityId],
  );
  return rows[0]?.count ?? 0;
}

interface Some {
  readonly id: string;
  readonly lane: string;
}

/** Orders of every age: the next after instants spread evenly between the first and the last. */
async function someOrders(pool: pg.Pool): Promise<Some[]> {
  const { rows } = await pool.query<Some>(
    `select found.id, t.address as lane
     from (select min(accepted_at) as first, max(accepted_at) as last from orders.order where city_id = $1) as span,
       generate_series(0, $2::integer - 1) as no,
       lateral (
         select id from orders.order
         where city_id = $1 and id >= platform.first_id(first + (last - first) * no / $2::integer)
         order by id limit 1
       ) as found
     join orders.text as t on t.city_id = $1 and t.order_id = found.id and t.no = 1`,
    [cityId, ids],
  );
  return rows;
}

type Ask = () => Promise<z.infer<typeof page>>;

/** Anything but a yes ends the bench: a figure of refusals is none. */
function asking(call: KeepAlive, { token }: Person, path: string): Ask {
  return async () => {
    const { status, body } = await call('GET', path, token);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
    return page.catch({ rows: [], next: null }).parse(body);
  };
}

async function figureOf(asks: readonly Ask[]): Promise<Figure> {
  const [first] = asks;
  const { rows } = (await first?.()) ?? { rows: [] };
  const { p50, p95 } = await timedOver(rounds, asks);
  return { p50Ms: round(p50), p95Ms: round(p95), rows: rows.length };
}

async function ofDesks(
  call: KeepAlive,
  people: readonly Person[],
  say: (line: string) => void,
): Promise<Pick<Measured, 'desks' | 'nextPages'>> {
  const figures: Pick<Measured, 'desks' | 'nextPages'> = { desks: {}, nextPages: {} };
  for (const desk of desks) {
    const path = pathOf(desk);
    const who = await whoSees(call, people, path);
    const first = asking(call, who, path);
    figures.desks[desk] = await figureOf([first]);
    say(`  ${desk}: p95 ${figures.desks[desk].p95Ms} ms`);
    const { next } = await first();
    if (!next) continue;
    const cursor = new URLSearchParams({ cursor: next });
    const onward = `${path}${path.includes('?') ? '&' : '?'}${cursor}`;
    figures.nextPages[desk] = await figureOf([asking(call, who, onward)]);
  }
  return figures;
}

function pathOf(desk: Desk): string {
  const { of } = deskWords[desk];
  if (of === 'to-name') return '/desk/to-name';
  return `/desk/${of}?desk=${desk}`;
}

async function whoSees(call: KeepAlive, people: readonly Person[], path: string): Promise<Person> {
  for (const person of people) {
    const { status } = await call('GET', path, person.token);
    if (status === 200) return person;
  }
  throw new Error(`Nobody sees ${path}.`);
}

async function ofCounters(
  call: KeepAlive,
  people: readonly Person[],
): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  for (const person of people)
    figures[person.login] = await figureOf([asking(call, person, '/desk/counters')]);
  return figures;
}

const frequent = {
  frequent2: ['路灯', '电梯', '施工', '垃圾'],
  frequent3: ['自来水', '烧烤店', '检查井', '垃圾桶'],
  frequent4: ['共享单车', '小区电梯', '施工到半', '垃圾桶满'],
};

async function ofSearches(
  call: KeepAlive,
  agent: Person,
  some: readonly Some[],
): Promise<Record<string, Figure>> {
  const rare = Object.fromEntries(
    [2, 3, 4].map((length) => [
      `rare${length}`,
      some.map(({ lane }) => lane.slice(0, length)).filter((word) => word.length === length),
    ]),
  );
  const figures: Record<string, Figure> = {};
  for (const [name, words] of Object.entries({ ...frequent, ...rare })) {
    if (words.length === 0) continue;
    const asks = words.map((q) => asking(call, agent, `/orders?${new URLSearchParams({ q })}`));
    figures[name] = await figureOf(asks);
  }
  return figures;
}

async function bareRows(pool: pg.Pool, some: readonly Some[]): Promise<Measured['bareRows']> {
  const { p50, p95 } = await timed(rounds, () =>
    pool.query('select * from orders.order where city_id = $1 and id = any($2::uuid[])', [
      cityId,
      some.map(({ id }) => id),
    ]),
  );
  return { p50Ms: round(p50), p95Ms: round(p95) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
