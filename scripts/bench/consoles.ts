import { setTimeout as pause } from 'node:timers/promises';
import { desks } from '@minsheng/contract';
import { z } from 'zod';
import { type Person, signIn } from '../../stories/kit/person.ts';
import type { Server } from '../../stories/kit/server.ts';
import { benchServer } from './bench-server.ts';
import { type Filled, fillOrders, type OrdersWish } from './fill-orders.ts';
import { aLane } from './invented-lanes.ts';
import { keepAlive } from './keep-alive.ts';
import { appeal } from './life-steps.ts';
import { type Console, openConsole } from './one-console.ts';
import { percentile } from './percentile.ts';
import { workedOff } from './worked-off.ts';

export interface ConsolesWish extends OrdersWish {
  readonly count: number;
  readonly seconds: number;
  readonly data: string | null;
}

interface Measured {
  loaded: Filled | null;
  consoles: number;
  openSeconds: number;
  changes: number;
  /** On the desk that changes: from the yes of the change to the message, and to the list that shows it. */
  onTheDesk: number;
  toMessageMs: { p50: number; p95: number };
  toScreenMs: { p50: number; p95: number };
  /** Lists that did not show a change within the time that was waited. */
  missed: number;
  others: number;
  heardByOthers: number;
  fetchedByOthers: number;
  /** Streams the server let go while it was measured: five minutes after each began it asks anew who that is. */
  reopened: number;
  /** The same list asked for once by plain HTTP, with nobody else asking. */
  bareListMs: { p50: number; p95: number };
}

const onTheDesk = 50;
const openedAtOnce = 25;
const changeEveryMs = 2000;
const patienceMs = 15_000;
const deskPath = '/desk/orders?desk=to-dispatch';
const created = z.object({ orderId: z.string() });

/** 千席在线: so many open consoles, fifty of them on the desk that changes. */
export async function benchConsoles(
  { count, seconds, data, ...wish }: ConsolesWish,
  say: (line: string) => void,
): Promise<Measured> {
  const bench = await benchServer(data, say);
  const opened: Console[] = [];
  try {
    const loaded = wish.orders === 0 ? null : await fillOrders(bench, wish, say);
    await workedOff(bench, say);
    const agent = await signIn(bench.server, 'agent');
    const dispatcher = await signIn(bench.server, 'dispatcher');
    const bareListMs = await bareList(bench.server, dispatcher);
    const begun = performance.now();
    const at = Math.min(onTheDesk, count);
    const wanted = await pagesOf(bench.server, { dispatcher, agent, at, count });
    for (let from = 0; from < count; from += openedAtOnce)
      opened.push(
        ...(await Promise.all(
          wanted
            .slice(from, from + openedAtOnce)
            .map((page) => openConsole(bench.server.url, page)),
        )),
      );
    const openSeconds = (performance.now() - begun) / 1000;
    say(`${count} consoles are open after ${openSeconds.toFixed(1)} s`);
    const [desk, others] = [opened.slice(0, at), opened.slice(at)];
    await pause(1000);
    const before = heardBy(others);
    const seen = await changesSeen({ server: bench.server, agent, desk, seconds });
    const after = heardBy(others);
    return {
      loaded,
      consoles: count,
      openSeconds: round(openSeconds),
      changes: seen.changes,
      onTheDesk: desk.length,
      toMessageMs: timesOf(seen.toMessage),
      toScreenMs: timesOf(seen.toScreen),
      missed: seen.missed,
      others: others.length,
      heardByOthers: after.heard - before.heard,
      fetchedByOthers: after.fetched - before.fetched,
      reopened: opened.reduce((sum, { counts }) => sum + counts.reopened, 0),
      bareListMs,
    };
  } finally {
    for (const one of opened) one.close();
    await bench.stop();
  }
}

interface Wanted {
  readonly dispatcher: Person;
  readonly agent: Person;
  /** So many on the desk that changes. */
  readonly at: number;
  readonly count: number;
}

/** The topics each page listens to: every console's counters, and the list it has open. */
async function pagesOf(server: Server, { dispatcher, agent, at, count }: Wanted) {
  const counters = desks.map((name) => `desk:${name}`);
  const desk = (person: Person, name: string) => ({
    person,
    topics: [...counters, `desk:${name}`, 'alarm:u1'],
    listPath: `/desk/orders?desk=${name}`,
  });
  const reviewer = await signIn(server, 'reviewer');
  const callBack = await signIn(server, 'call-back');
  const unit = await signIn(server, 'zjj-liaison');
  const orders = await someOrders(server, agent);
  const others = (no: number) => {
    switch (no % 5) {
      case 0:
        return desk(reviewer, 'reply-review');
      case 1:
        return desk(callBack, 'call-back');
      case 2:
        return desk(agent, 'to-accept');
      case 3:
        return {
          person: unit,
          topics: [...counters],
          listPath: '/desk/assignments?desk=unit-sent',
        };
      default: {
        const id = orders[no % orders.length] ?? '';
        return { person: agent, topics: [...counters, `order:${id}`], listPath: `/orders/${id}` };
      }
    }
  };
  return Array.from({ length: count }, (_, no) =>
    no < at ? desk(dispatcher, 'to-dispatch') : others(no),
  );
}

/** Twenty that nobody touches while it is measured. */
async function someOrders(server: Server, agent: Person): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < 20) ids.push(await accepted(server, agent));
  // What was told of them is over before anybody listens.
  await pause(2000);
  return ids;
}

async function accepted(server: Server, { token }: Person): Promise<string> {
  const call = keepAlive(server.url);
  const { status, body } = await call('POST', '/intake/orders', token, appeal(aLane(), 0));
  if (status !== 200) throw new Error(`create: ${status} ${JSON.stringify(body).slice(0, 200)}`);
  return created.parse(body).orderId;
}

interface Seen {
  changes: number;
  toMessage: number[];
  toScreen: number[];
  missed: number;
}

interface Watched {
  readonly server: Server;
  readonly agent: Person;
  readonly desk: readonly Console[];
  readonly seconds: number;
}

async function changesSeen({ server, agent, desk, seconds }: Watched): Promise<Seen> {
  const seen: Seen = { changes: 0, toMessage: [], toScreen: [], missed: 0 };
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const next = pause(changeEveryMs);
    // The ears are open before it happens; every time counts from the yes.
    const waits = desk.map((one) => one.nextRefresh(patienceMs));
    await accepted(server, agent);
    const at = performance.now();
    for (const refresh of await Promise.all(waits)) {
      if (refresh === null) seen.missed += 1;
      else {
        seen.toMessage.push(Math.max(0, refresh.heardAt - at));
        seen.toScreen.push(refresh.shownAt - at);
      }
    }
    seen.changes += 1;
    await next;
  }
  return seen;
}

function heardBy(consoles: readonly Console[]): { heard: number; fetched: number } {
  return {
    heard: consoles.reduce((sum, { counts }) => sum + counts.heard, 0),
    fetched: consoles.reduce((sum, { counts }) => sum + counts.fetched, 0),
  };
}

async function bareList(server: Server, { token }: Person): Promise<{ p50: number; p95: number }> {
  const call = keepAlive(server.url);
  const all: number[] = [];
  for (let no = 0; no < 40; no += 1) {
    const from = performance.now();
    await call('GET', deskPath, token);
    all.push(performance.now() - from);
  }
  return timesOf(all);
}

const timesOf = (all: readonly number[]): { p50: number; p95: number } => ({
  p50: round(percentile(all, 0.5)),
  p95: round(percentile(all, 0.95)),
});
const round = (value: number): number => Math.round(value * 10) / 10;
