import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { z } from 'zod';
import { verifyLog } from '../../server/src/audit/verify-log.ts';
import { inventedPhoneOf } from '../../server/src/demo/invented.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { visitDatabase } from '../../server/src/platform/postgres/index.ts';
import { signIn } from '../../stories/kit/person.ts';
import { type Server, startServer } from '../../stories/kit/server.ts';
import { newTally, patientCaller } from './patient-call.ts';
import type { Played } from './rounds.ts';

const created = z.object({ orderId: z.string() });
const start = '2026-03-02T01:00:00Z';
const orders = 12;
const jumpDays = 40;
const dayMs = 86_400_000;

/**
 * The injected clock jumps forty days at once, and the program is killed in the middle of living them: every bell of every
 * order rings as often and at the same instants as in a life nobody disturbed.
 */
export async function jumpingClock(): Promise<Played> {
  const calm = await live(0);
  const killed = await live(3);
  const faults = [...calm.faults, ...killed.faults];
  if (calm.traces !== killed.traces)
    faults.push(`what happened is not the same: ${firstDifference(calm.lines, killed.lines)}`);
  return {
    faults,
    told: `${orders} orders, ${jumpDays} days at once, killed ${killed.kills} times on the way, ${calm.lines.length} events`,
  };
}

interface Lived {
  readonly lines: readonly string[];
  readonly traces: string;
  readonly faults: readonly string[];
  readonly kills: number;
}

async function live(kills: number): Promise<Lived> {
  const server = await startServer({ city: 'zhangzhou', clockStart: start });
  try {
    await tellOrders(server);
    const to = new Date(new Date(start).getTime() + jumpDays * dayMs);
    let killed = 0;
    for (; killed < kills; killed += 1) {
      const jump = advance(server.url, to).catch(() => undefined);
      await pause(700 + killed * 500);
      await server.kill();
      await jump;
      await server.startAgain();
    }
    await advance(server.url, to);
    return { ...(await whatHappened(server)), kills: killed };
  } finally {
    await server.stop();
  }
}

async function advance(url: string, to: Date): Promise<void> {
  const answer = await fetch(`${url}/api/clock/advance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: to.toISOString() }),
  });
  if (!answer.ok) throw new Error(`the clock did not move: ${await answer.text()}`);
}

async function tellOrders(server: Server): Promise<void> {
  const [agent, dispatcher] = [await signIn(server, 'agent'), await signIn(server, 'dispatcher')];
  const post = patientCaller(server.url, newTally());
  for (let no = 0; no < orders; no += 1) {
    const told = await post('/intake/orders', agent.token, {
      matterCode: '150204',
      areaCode: '350602001000',
      fields: { name_topic: 'plate' },
      type: 'QZ',
      content: `请问清和巷${no}号的门牌怎么申请换新?`,
      address: `清和巷${no}号`,
      requester: { name: '测试诉求人', phone: inventedPhoneOf(`jump ${no}`) },
      result: 'dispatch',
    });
    const { orderId } = created.parse(told);
    if (no % 2 === 0)
      await post(`/dispatch/${orderId}/send`, dispatcher.token, { lead: '350600.zjj' });
  }
}

/** Orders of the two lives have other ids and keys: what is compared is what happened, to which place, and when. */
async function whatHappened(server: Server): Promise<Omit<Lived, 'kills'>> {
  const visit = await visitDatabase({ dataFolder: server.dataFolder, log: createLog('silent') });
  const pool = new Pool(visit.connection);
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ line: string }>(
      `select t.address || ' ' || e.type || ' ' || to_char(e.at at time zone 'UTC', 'MM-DD HH24:MI') as line
       from platform.event as e join orders.text as t on t.order_id = e.subject_id and t.kind = 'appeal'
       union all
       select t.address || ' message ' || m.template || '@' || m.channel || ' ' || to_char(m.made_at at time zone 'UTC', 'MM-DD HH24:MI')
       from notices.message as m join orders.text as t on t.order_id = m.order_id and t.kind = 'appeal'
       order by line`,
    );
    const lines = rows.map(({ line }) => line);
    const { broken } = await verifyLog(client);
    return {
      lines,
      traces: createHash('sha256').update(lines.join('\n')).digest('hex'),
      faults: broken.map((each) => `chain: ${JSON.stringify(each)}`),
    };
  } finally {
    client.release();
    await pool.end();
    await visit.stop();
  }
}

function firstDifference(calm: readonly string[], killed: readonly string[]): string {
  const at = calm.findIndex((line, no) => line !== killed[no]);
  return `${calm[at] ?? '(nothing more)'} / ${killed[at] ?? '(nothing more)'}; ${calm.length} and ${killed.length} lines`;
}
