import pg from 'pg';
import { z } from 'zod';
import { featuresOf, trainBlend } from '../../server/src/modules/learning/index.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import { signIn } from '../../stories/kit/person.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import type { Told } from './complete-order.ts';
import { cityId } from './complete-rows.ts';
import { benchIssueSearch, type IssueSearch } from './issue-search.ts';
import { type KeepAlive, keepAlive } from './keep-alive.ts';
import { loadOrders } from './load-orders.ts';
import { percentile } from './percentile.ts';
import { type Ran, runClients } from './run-clients.ts';
import { tellAgain } from './told-again.ts';

export interface TextWishes {
  readonly seconds: number;
  /** Decided appeals the model learns from. */
  readonly rows: number;
  readonly clients: number;
  /** Among the keys of so many orders others about the same thing are looked for. */
  readonly orders: number;
}

interface Measured {
  suggestionsPerSecond: number;
  oneP50Ms: number;
  oneP95Ms: number;
  trainingRowsPerSecond: number;
  issueSearch: IssueSearch;
  errors: number;
}

/** What the reading machine costs: training, then suggestions over HTTP, first one client alone, then many. */
export async function benchText(
  { seconds, rows, clients, orders }: TextWishes,
  say: (line: string) => void,
): Promise<Measured> {
  const toldIn = tellAgain();
  say(`training on ${rows} appeals`);
  const trainingRowsPerSecond =
    rows / secondsToTrain(Array.from({ length: rows }, (_, no) => toldIn(no)));
  const bench = await startBenchServer(say);
  try {
    await loadOrders(bench.connection, { count: rows, until: systemClock.now(), toldIn }, say);
    await decide(bench);
    const { token } = await signIn(bench.server, 'agent');
    const asker = askerOf(bench.server.url, token, toldIn);
    say('waiting until the program has learnt them');
    await learntFrom(asker);

    say(`one client alone for ${seconds} s`);
    const times: number[] = [];
    const alone = await runClients(1, seconds, async (client) => {
      const from = performance.now();
      await asker(client);
      times.push(performance.now() - from);
    });
    say(`${clients} clients for ${seconds} s`);
    const many = await runClients(clients, seconds, async (client) => {
      await asker(client);
    });
    for (const reason of [...alone.reasons, ...many.reasons]) say(`  error: ${reason}`);
    const issueSearch = await benchIssueSearch(bench, token, { orders, seconds, toldIn }, say);
    return {
      suggestionsPerSecond: round(perSecond(many)),
      oneP50Ms: round(percentile(times, 0.5)),
      oneP95Ms: round(percentile(times, 0.95)),
      trainingRowsPerSecond: round(trainingRowsPerSecond),
      issueSearch,
      errors: alone.errors + many.errors,
    };
  } finally {
    await bench.stop();
  }
}

function secondsToTrain(told: readonly Told[]): number {
  const from = performance.now();
  const samples = told.map(({ content, matterCode }) => ({
    features: featuresOf({ title: '', detail: content }),
    label: matterCode,
  }));
  trainBlend(samples, { seed: 1, mostFeatures: 400_000, inOrder: true, progress: () => {} });
  return (performance.now() - from) / 1000;
}

/** Somebody decided every loaded order. */
async function decide({ connection }: BenchServer): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(
    `insert into learning.decision (city_id, order_id, kind, label, decided_at)
     select city_id, id, 'matter', matter_code, accepted_at
     from orders.order
     where city_id = $1
     order by id`,
    [cityId],
  );
  await client.end();
}

const reply = z.object({ matters: z.array(z.object({ probability: z.number().nullable() })) });
type Asker = (client: number) => Promise<z.infer<typeof reply>>;

function askerOf(url: string, token: string, toldIn: (no: number) => Told): Asker {
  const callers = new Map<number, KeepAlive>();
  let asked = 0;
  return async (client) => {
    const call = callers.get(client) ?? keepAlive(url);
    callers.set(client, call);
    asked += 1;
    const { content } = toldIn(asked);
    const answer = await call('POST', '/intake/suggest', token, { content });
    const read = reply.safeParse(answer.body);
    if (answer.status !== 200 || !read.success)
      throw new Error(`suggest: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    return read.data;
  };
}

const patienceSeconds = 300;
const sureEnough = 0.5;

/** Words of the catalogue alone never make it this sure of many. */
async function learntFrom(asker: Asker): Promise<void> {
  const until = performance.now() + patienceSeconds * 1000;
  while (performance.now() < until) {
    const answers = [];
    for (let no = 0; no < 20; no += 1) answers.push(await asker(0));
    const sure = answers.filter(({ matters }) =>
      matters.some(({ probability }) => (probability ?? 0) >= sureEnough),
    );
    if (sure.length > answers.length / 2) return;
    await new Promise((wake) => setTimeout(wake, 1000));
  }
  throw new Error(`The program had not learnt the loaded appeals after ${patienceSeconds} s.`);
}

const perSecond = ({ done, seconds }: Ran): number => done / seconds;
const round = (value: number): number => Math.round(value * 10) / 10;
