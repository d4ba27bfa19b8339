import { Agent, request } from 'node:http';
import pg from 'pg';
import { z } from 'zod';
import { type Person, signIn } from '../../stories/kit/person.ts';
import type { Server } from '../../stories/kit/server.ts';
import { type Arrivals, arrivals, type Outcome, type Phase } from './arrivals.ts';
import { type BenchServer, benchServer } from './bench-server.ts';
import { cityId } from './complete-rows.ts';
import { type Filled, fillOrders, type OrdersWish } from './fill-orders.ts';
import { aLane } from './invented-lanes.ts';
import { appeal } from './life-steps.ts';
import { workedOff } from './worked-off.ts';

export interface SpikeWish extends OrdersWish {
  readonly seconds: number;
  /** Requests a second as usual, and how many times as many come in the spike. */
  readonly usual: number;
  readonly times: number;
  readonly data: string | null;
}

interface Measured {
  loaded: Filled | null;
  usualPerSecond: number;
  times: number;
  usual: Phase;
  spike: Phase;
  afterwards: Phase;
  /** Orders whose yes was heard, and those of them the database does not hold. */
  acknowledged: number;
  lost: number;
  /** From the end of the spike until p95 stayed within twice the usual and nobody was refused; null: not within the minute that was watched. */
  secondsToUsual: number | null;
  mostRssMegabytes: number;
  mostHeapMegabytes: number;
}

const usualSeconds = 60;
const watchedSeconds = 90;
/** So many seconds in a row are not chance. */
const calmSeconds = 5;

/** 突发: usual load, many times as much by the clock for so long, usual again; then every yes is looked for. */
export async function benchSpike(
  { seconds, usual, times, data, ...wish }: SpikeWish,
  say: (line: string) => void,
): Promise<Measured> {
  const bench = await benchServer(data, say);
  try {
    const loaded = wish.orders === 0 ? null : await fillOrders(bench, wish, say);
    await workedOff(bench, say);
    const acknowledged: string[] = [];
    const once = await mixOf(bench.server, acknowledged);
    await arrivals(usual, 10, once);
    const memory = watchMemory(bench);
    say(`${usual} a second as usual`);
    const before = await arrivals(usual, Math.min(usualSeconds, seconds), once);
    say(`${times} times as many for ${seconds} s`);
    const spike = await arrivals(usual * times, seconds, once);
    say(`${usual} a second again`);
    const after = await arrivals(usual, watchedSeconds, once);
    return {
      loaded,
      usualPerSecond: usual,
      times,
      usual: phaseOf(before),
      spike: phaseOf(spike),
      afterwards: phaseOf(after),
      acknowledged: acknowledged.length,
      lost: await lostOf(bench, acknowledged),
      secondsToUsual: secondsToUsual(before.p95Ms, after.seconds),
      ...memory(),
    };
  } finally {
    await bench.stop();
  }
}

const phaseOf = ({ seconds: _seconds, ...phase }: Arrivals): Phase => phase;

function secondsToUsual(usualMs: number, seconds: Arrivals['seconds']): number | null {
  const isCalm = seconds.map(
    ({ p95Ms, refused }) => refused === 0 && p95Ms !== null && p95Ms <= 2 * usualMs,
  );
  const at = isCalm.findIndex((_, no) => {
    const next = isCalm.slice(no, no + calmSeconds);
    return next.length === calmSeconds && next.every(Boolean);
  });
  return at === -1 ? null : at;
}

const created = z.object({ orderId: z.string() });
const listed = z.object({ rows: z.array(z.object({ id: z.string() })) });

/** 40 % new orders, the others look at a desk, an order or search: what a centre does at once. */
async function mixOf(server: Server, acknowledged: string[]): Promise<() => Promise<Outcome>> {
  const agent = await signIn(server, 'agent');
  const dispatcher = await signIn(server, 'dispatcher');
  const call = caller(server.url);
  let no = 0;
  let shown: string[] = [];
  const create = async () => {
    const { body, ...outcome } = await call('POST', '/intake/orders', agent, appeal(aLane(), 0));
    const read = created.safeParse(body);
    if (outcome.what === 200 && read.success) acknowledged.push(read.data.orderId);
    return outcome;
  };
  const look = async () => {
    const { body, ...outcome } = await call('GET', '/desk/orders?desk=to-dispatch', dispatcher);
    const read = listed.safeParse(body);
    if (read.success) shown = read.data.rows.map(({ id }) => id);
    return outcome;
  };
  return () => {
    no += 1;
    const kind = no % 10;
    const id = shown[no % Math.max(1, shown.length)];
    if (kind < 4) return create();
    if (kind < 7 || id === undefined) return look();
    if (kind < 9) return call('GET', `/orders/${id}`, agent);
    return call('GET', `/orders?${new URLSearchParams({ q: aLane() })}`, agent);
  };
}

type Caller = (
  method: 'GET' | 'POST',
  path: string,
  who: Person,
  body?: unknown,
) => Promise<Outcome & { readonly body: unknown }>;

const answerSeconds = 60;

/** As many connections as are wanted: nobody waits on our side. */
function caller(url: string): Caller {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  return (method, path, { token }, body) =>
    new Promise((resolve) => {
      const fail = (error: Error & { code?: string }) =>
        resolve({ what: error.code ?? error.message, saysWhen: false, body: null });
      const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body));
      const headers = {
        authorization: `Bearer ${token}`,
        ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }),
      };
      const wanted = { agent, hostname, port, method, path: `/api${path}`, headers };
      const sent = request(wanted, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', fail);
        answer.on('end', () =>
          resolve({
            what: answer.statusCode ?? 0,
            saysWhen: answer.headers['retry-after'] !== undefined,
            body: JSON.parse(Buffer.concat(parts).toString() || 'null'),
          }),
        );
      });
      sent.setTimeout(answerSeconds * 1000, () => sent.destroy(new Error('no answer in time')));
      sent.on('error', fail);
      sent.end(bytes ?? undefined);
    });
}

async function lostOf({ connection }: BenchServer, ids: readonly string[]): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ lost: number }>(
    `select count(*)::integer as lost from unnest($2::uuid[]) as heard
     where not exists (select from orders.order where city_id = $1 and id = heard)`,
    [cityId, ids],
  );
  await client.end();
  return rows[0]?.lost ?? ids.length;
}

/** Looked at once a second until asked for. */
function watchMemory(
  bench: BenchServer,
): () => Pick<Measured, 'mostRssMegabytes' | 'mostHeapMegabytes'> {
  const most = { mostRssMegabytes: 0, mostHeapMegabytes: 0 };
  const look = () => {
    const { rssMegabytes, heapMegabytes } = bench.memory();
    most.mostRssMegabytes = Math.max(most.mostRssMegabytes, rssMegabytes);
    most.mostHeapMegabytes = Math.max(most.mostHeapMegabytes, heapMegabytes);
  };
  const watch = setInterval(look, 1000);
  return () => {
    clearInterval(watch);
    return most;
  };
}
