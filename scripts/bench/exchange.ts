import { setTimeout as pause } from 'node:timers/promises';
import { desk, exchange, intake } from '@minsheng/contract';
import { systemClock } from '../../server/src/platform/clock.ts';
import {
  type Listening,
  listen,
  messageOf,
  type OtherSide,
  otherSide,
  receiptFor,
  sendTo,
} from '../../server/test/exchange/other-side.ts';
import { type Person, signIn } from '../../stories/kit/person.ts';
import { bareMessages } from './bare-messages.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { type Burst, underBurst } from './burst.ts';
import { runClients } from './run-clients.ts';

export interface ExchangeWishes {
  readonly seconds: number;
  readonly clients: number;
}

interface Measured {
  /** Transfers a second, each an order, receipted when it is durable. */
  inPerSecond: number;
  /** Messages a second to a peer that answers at once, each kept as delivered before the next of its lane. */
  outPerSecond: number;
  bareInsertsPerSecond: number;
  inRatio: number;
  outRatio: number;
  burst: Burst;
  errors: number;
}

const side: OtherSide = otherSide('bench-peer');
const usualPerSecond = 1;
const times = 15;

/** Messages in, messages out of a full queue, the oldest under a burst, and the same rows by bare SQL, on one database. */
export async function benchExchange(
  { seconds, clients }: ExchangeWishes,
  say: (line: string) => void,
): Promise<Measured> {
  const bench = await startBenchServer(say);
  const peer = await listen(side, receiptFor);
  try {
    const admin = await signIn(bench.server, 'admin');
    await registered(admin, peer);
    say(`transfers in for ${seconds} s by ${clients} clients`);
    const came = await runClients(clients, seconds, () => transfer(bench));
    for (const reason of came.reasons) say(`  error: ${reason}`);
    const agent = await signIn(bench.server, 'agent');
    say('messages out of a full queue');
    const out = await drained(agent, admin, peer, { most: came.done / 2, seconds });
    say(`${times} times as many as usual`);
    const load = { usualPerSecond, times, seconds: seconds / 2 };
    const orders = await waitingOrders(bench, agent, load.seconds * usualPerSecond * (times + 1));
    const burst = await underBurst(peer, {
      ...load,
      once: async () => {
        const { id, orderNo } = orders.pop() ?? { id: undefined, orderNo: '' };
        await accept(agent, id);
        return orderNo;
      },
    });
    say(`bare inserts for ${seconds} s`);
    const bare = await bareMessages(bench.connection, clients, seconds);
    const inPerSecond = came.done / came.seconds;
    return {
      inPerSecond: round(inPerSecond),
      outPerSecond: round(out),
      bareInsertsPerSecond: round(bare),
      inRatio: round(inPerSecond / bare, 3),
      outRatio: round(out / bare, 3),
      burst,
      errors: came.errors,
    };
  } finally {
    await peer.stop();
    await bench.stop();
  }
}

async function registered(admin: Person, peer: Listening): Promise<void> {
  await admin.call(exchange.addPeer, {
    code: side.code,
    name: '压测对接方',
    adapter: 'webhook',
    baseUrl: peer.url,
    ownCode: side.ownCode,
    scheme: 'hmac-sha256',
    secret: side.secret,
    perMinute: 100_000,
  });
}

const nowIso = (): string => systemClock.now().toISOString();

async function transfer({ server }: BenchServer): Promise<void> {
  const { status, text } = await sendTo(
    server,
    side,
    '/messages',
    messageOf(side, { at: nowIso() }),
  );
  if (status !== 200) throw new Error(`${status} ${text}`);
}

/** What an agent accepts is told to the peer: while it is silent the queue fills, then it is asked again. */
async function drained(
  agent: Person,
  admin: Person,
  peer: Listening,
  { most, seconds }: { most: number; seconds: number },
): Promise<number> {
  peer.answer = () => ({ status: 503, body: '', isUnsigned: true });
  const until = performance.now() + seconds * 1000;
  let done = 0;
  while (done < most && performance.now() < until) done += await accepted(agent, 20);
  // What was accepted is heard by a job of its own.
  const heardUntil = performance.now() + 60_000;
  while ((await queueOf(admin)).waiting < done && performance.now() < heardUntil) await pause(100);
  const { waiting } = await queueOf(admin);
  peer.answer = receiptFor;
  const from = performance.now();
  await admin.call(exchange.sendNow, { code: side.code });
  while ((await queueOf(admin)).waiting > 0) await pause(50);
  return waiting / ((performance.now() - from) / 1000);
}

/** So many orders as an agent accepts them one after the other. */
async function accepted(agent: Person, count: number): Promise<number> {
  const { rows } = await agent.call(desk.deskOrders, { desk: 'to-accept' });
  const some = rows.slice(0, count);
  for (const { id } of some) await accept(agent, id);
  return some.length;
}

async function accept(agent: Person, orderId: string | undefined): Promise<void> {
  if (orderId === undefined) throw new Error('No order is left to accept.');
  await agent.call(intake.acceptWaiting, {
    orderId,
    type: 'QZ',
    matterCode: '010105',
    areaCode: '350602001000',
    fields: { road_name: '示例路', lamp_problem: 'off' },
    result: 'dispatch',
  });
}

/** Orders that wait for an agent: those that are there, and as many more as are missing. */
async function waitingOrders(bench: BenchServer, agent: Person, count: number) {
  const found: { id: string; orderNo: string }[] = [];
  for (let cursor: string | undefined; found.length < count; ) {
    const input = cursor === undefined ? {} : { cursor };
    const { rows, next } = await agent.call(desk.deskOrders, { desk: 'to-accept', ...input });
    found.push(...rows);
    if (next !== null) cursor = next;
    else if (found.length < count) {
      await Promise.all(Array.from({ length: 8 }, () => transfer(bench)));
      [found.length, cursor] = [0, undefined];
    }
  }
  return found;
}

async function queueOf(admin: Person): Promise<{ waiting: number }> {
  const { rows } = await admin.call(exchange.listPeers, {});
  return { waiting: rows[0]?.waiting ?? 0 };
}

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
