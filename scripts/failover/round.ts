import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Tally } from '../chaos/patient-call.ts';
import { type Living, underLoad } from '../chaos/rounds.ts';
import type { Cluster } from './cluster.ts';
import type { Node } from './patroni-node.ts';

export const troubles = ['machine', 'postgres', 'standby', 'frozen', 'switchover'] as const;
export type Trouble = (typeof troubles)[number];

export const troubleWords = {
  machine: 'the primary and its Patroni killed',
  postgres: 'PostgreSQL of the primary killed, its Patroni left',
  standby: 'the synchronous standby and its Patroni killed',
  frozen: 'the primary stands still and answers nothing, then goes on',
  switchover: 'another made primary on purpose',
} as const satisfies Record<Trouble, string>;

export interface Round {
  readonly faults: readonly string[];
  readonly lives: number;
  readonly tally: Tally;
  /** Seconds between two yeses, the longest: nothing was accepted meanwhile. */
  readonly gap: number;
  /** Seconds from the trouble until another stood in its place. */
  readonly replacedAfter: number;
  /** Seconds from the end of the load until whoever went was a standby that follows without delay. */
  readonly wholeAfter: number;
}

const longestWithoutYes = 110_000;

export async function playRound(
  ground: Living,
  cluster: Cluster,
  trouble: Trouble,
): Promise<Round> {
  const role = trouble === 'standby' ? 'sync_standby' : 'leader';
  const old = await cluster.holderOf(role);
  let [at, replacedAfter] = [0, 0];
  const { faults, tally, lives } = await underLoad(ground, async (counted) => {
    await pause(3000);
    at = performance.now();
    await make(trouble, old);
    await until(async () => (await cluster.holderOf(role)) !== old);
    const replacedAt = performance.now();
    replacedAfter = (replacedAt - at) / 1000;
    await until(async () => (counted.yesAt.at(-1) ?? 0) > replacedAt);
    await pause(3000);
    if (trouble === 'machine' || trouble === 'standby') old.start();
    if (trouble === 'frozen') old.thaw();
    await pause(3000);
  });
  const wholeAfter = await cluster.whole();
  const all = [...faults, ...(await unlike(cluster))];
  return { faults: all, lives, tally, gap: longestGap(tally, at), replacedAfter, wholeAfter };
}

async function make(trouble: Trouble, old: Node): Promise<void> {
  switch (trouble) {
    case 'machine':
    case 'standby':
      return old.kill();
    case 'postgres':
      return old.killPostgres();
    case 'frozen':
      return old.freeze();
    case 'switchover':
      return old.switchTo(await standbyOf(old));
    default:
      trouble satisfies never;
  }
}

async function standbyOf(leader: Node): Promise<string> {
  const seen = (await leader.look()) ?? [];
  return seen.find(({ role }) => role === 'sync_standby')?.name ?? '';
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + longestWithoutYes;
  while (!(await isTrue())) {
    if (performance.now() > end) return;
    await pause(100);
  }
}

function longestGap({ yesAt }: Tally, from: number): number {
  const times = yesAt.toSorted((a, b) => a - b);
  const gaps = times.map((time, no) => time - (times[no - 1] ?? time));
  return Math.max(0, ...gaps.filter((_, no) => (times[no] ?? 0) > from)) / 1000;
}

/** What each of the three holds, now that nothing is under way: the same. */
async function unlike({ nodes }: Cluster): Promise<string[]> {
  const held = await Promise.all(nodes.map(heldBy));
  return new Set(held).size === 1 ? [] : [`the servers hold different things: ${held.join('; ')}`];
}

async function heldBy({ place }: Node): Promise<string> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: place.postgresPort,
    user: 'postgres',
    password: place.password,
    database: 'minsheng',
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ orders: number; events: number; digest: string }>(
      `select (select count(*) from orders.order) as orders, count(*) as events,
         md5(string_agg(encode(hash, 'hex'), '' order by subject_id, seq)) as digest
       from platform.event where subject_kind = 'order'`,
    );
    return JSON.stringify(rows[0]);
  } finally {
    await client.end();
  }
}
