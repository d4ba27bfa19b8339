import pg from 'pg';
import { z } from 'zod';
import type { BenchServer } from './bench-server.ts';
import type { Told } from './complete-order.ts';
import { cityId } from './complete-rows.ts';
import { keepAlive } from './keep-alive.ts';
import { manyKeys, readsOfKeys } from './many-keys.ts';
import { percentile } from './percentile.ts';
import { runClients } from './run-clients.ts';

export interface IssueSearch {
  /** Orders of others whose keys were there. */
  orders: number;
  p50Ms: number;
  p95Ms: number;
  /** While it was measured: how often the keys were read by an index, and how many of them without. */
  indexScans: number;
  rowsWithoutIndex: number;
  errors: number;
}

interface Wishes {
  readonly orders: number;
  readonly seconds: number;
  readonly toldIn: (no: number) => Told;
}

const areaCode = '350602001000';
const told = 200;
const reply = z.object({ near: z.array(z.unknown()) });

/** 找同一件事: what an agent is shown of others' orders about the same thing, one asked after the other, among the keys of so many orders. */
export async function benchIssueSearch(
  bench: BenchServer,
  token: string,
  { orders, seconds, toldIn }: Wishes,
  say: (line: string) => void,
): Promise<IssueSearch> {
  say(`${told} orders are written and read by the program`);
  await writeOrders(bench, token, toldIn);
  await manyKeys(bench.connection, orders, say);
  const call = keepAlive(bench.server.url);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const { content, place, matterCode } = toldIn(asked % told);
    const body = { content, address: place, matterCode, areaCode };
    const answer = await call('POST', '/intake/suggest', token, body);
    if (answer.status !== 200 || !reply.safeParse(answer.body).success)
      throw new Error(`suggest: ${answer.status}`);
  };
  for (let no = 0; no < 20; no += 1) await ask();
  const before = await readsOfKeys(bench.connection);
  say(`asking for others about the same thing for ${seconds} s`);
  const times: number[] = [];
  const ran = await runClients(1, seconds, async () => {
    const from = performance.now();
    await ask();
    times.push(performance.now() - from);
  });
  for (const reason of ran.reasons) say(`  error: ${reason}`);
  // The figures of a backend are written when it has been idle for a moment.
  await new Promise((wake) => setTimeout(wake, 2_000));
  const after = await readsOfKeys(bench.connection);
  return {
    orders,
    p50Ms: Math.round(percentile(times, 0.5) * 10) / 10,
    p95Ms: Math.round(percentile(times, 0.95) * 10) / 10,
    indexScans: after.byIndex - before.byIndex,
    rowsWithoutIndex: after.rowsFromBeginning - before.rowsFromBeginning,
    errors: ran.errors,
  };
}

const created = z.object({ orderId: z.string() });
const patienceSeconds = 120;

async function writeOrders(
  { server, connection }: BenchServer,
  token: string,
  toldIn: Wishes['toldIn'],
): Promise<void> {
  const call = keepAlive(server.url);
  let written = 0;
  for (let no = 0; written < told && no < 3 * told; no += 1) {
    const { content, place, matterCode } = toldIn(no);
    const { status, body } = await call('POST', '/intake/orders', token, {
      type: 'ZX',
      content,
      address: place,
      matterCode,
      areaCode,
      anonymous: true,
      requester: { kind: 'person', isSelf: true, tags: [] },
      result: 'answer',
      answer: '已记下。',
    });
    if (created.safeParse(body).success) written += 1;
    // Some of the invented appeals are of matters this city has retired.
    else if (status !== 422)
      throw new Error(`create: ${status} ${JSON.stringify(body).slice(0, 300)}`);
  }
  const client = new pg.Client(connection);
  await client.connect();
  const until = performance.now() + patienceSeconds * 1000;
  while (performance.now() < until && (await readSoFar(client)) < written)
    await new Promise((wake) => setTimeout(wake, 500));
  await client.end();
}

async function readSoFar(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(distinct order_id)::integer as count from issues.key where city_id = $1',
    [cityId],
  );
  return rows[0]?.count ?? 0;
}
