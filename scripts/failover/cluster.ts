import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type RunAs, runAs } from '../../server/src/platform/postgres/run-as.ts';
import { lastingPort } from './lasting-port.ts';
import { programs } from './packages.ts';
import { type Member, type Node, patroniNode } from './patroni-node.ts';

/** Three servers of PostgreSQL 15 under Patroni, with etcd to agree by; everything on loopback. */
export interface Cluster {
  readonly nodes: readonly Node[];
  /** All three, as libpq writes them. */
  readonly databaseUrl: string;
  holderOf(role: HeldRole): Promise<Node>;
  /** Seconds until one leads, one is its synchronous standby and the third follows. */
  whole(): Promise<number>;
}

/** As Patroni calls them. */
export type HeldRole = 'leader' | 'sync_standby';

export type Stops = (() => Promise<unknown>)[];

const names = ['node-1', 'node-2', 'node-3'] as const;
const wholeSeconds = 240;

/** What it begins is in `stops` at once: it may be ended before it stands. */
export async function startCluster(room: string, stops: Stops): Promise<Cluster> {
  const user = runAs(room);
  if (user !== null) chownSync(room, user.uid, user.gid);
  chmodSync(room, 0o711);
  const etcdPort = await lastingPort();
  const etcd = startEtcd(join(room, 'etcd'), { port: etcdPort, peer: await lastingPort() }, user);
  const password = randomBytes(12).toString('hex');
  const nodes: Node[] = [];
  stops.push(async () => {
    for (const node of nodes) node.thaw();
    await Promise.all(nodes.map((node) => node.kill()));
    const gone = once(etcd, 'exit');
    if (etcd.kill('SIGKILL')) await gone;
  });
  for (const name of names) {
    const ports = { postgresPort: await lastingPort(), restPort: await lastingPort(), etcdPort };
    nodes.push(patroniNode({ name, folder: join(room, name), password, ...ports }, user));
  }
  // The first to come makes the cluster, the others copy it.
  for (const node of nodes) node.start();
  await whole(nodes);
  await makeDatabase(await holderOf(nodes, 'leader'), password);
  const hosts = nodes.map(({ place }) => `127.0.0.1:${place.postgresPort}`).join(',');
  return {
    nodes,
    databaseUrl: `postgresql://minsheng:${password}@${hosts}/minsheng?target_session_attrs=read-write`,
    holderOf: (role) => holderOf(nodes, role),
    whole: () => whole(nodes),
  };
}

function startEtcd(
  folder: string,
  { port, peer }: { port: number; peer: number },
  user: RunAs,
): ChildProcess {
  mkdirSync(folder, { mode: 0o700 });
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const [clients, peers] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peer}`];
  const args = [
    ...['--name', 'one', '--data-dir', folder],
    ...['--listen-client-urls', clients, '--advertise-client-urls', clients],
    ...['--listen-peer-urls', peers, '--initial-advertise-peer-urls', peers],
    ...['--initial-cluster', `one=${peers}`],
  ];
  const log = openSync(join(folder, 'etcd.log'), 'a');
  return spawn(programs.etcd, args, { ...user, cwd: folder, env: {}, stdio: ['ignore', log, log] });
}

async function members(nodes: readonly Node[]): Promise<readonly Member[]> {
  const looks = await Promise.all(nodes.map((node) => node.look()));
  return looks.find((look) => look !== null) ?? [];
}

async function holderOf(nodes: readonly Node[], wanted: HeldRole): Promise<Node> {
  for (;;) {
    const named = (await members(nodes)).find(({ role }) => role === wanted)?.name;
    const found = nodes.find(({ place }) => place.name === named);
    if (found) return found;
    await pause(300);
  }
}

async function whole(nodes: readonly Node[]): Promise<number> {
  const from = performance.now();
  for (;;) {
    const seen = await members(nodes);
    if (isWhole(seen)) return (performance.now() - from) / 1000;
    if (performance.now() - from > wholeSeconds * 1000)
      throw new Error(`not whole after ${wholeSeconds} s: ${JSON.stringify(seen)}`);
    await pause(500);
  }
}

const isWhole = (seen: readonly Member[]): boolean =>
  seen.length === names.length &&
  seen.every(({ state }) => state === 'running' || state === 'streaming') &&
  seen.filter(({ role }) => role === 'leader').length === 1 &&
  seen.filter(({ role }) => role === 'sync_standby').length === 1 &&
  new Set(seen.map(({ timeline }) => timeline)).size === 1 &&
  seen.every(({ role, lag }) => role === 'leader' || lag === 0);

async function makeDatabase({ place }: Node, password: string): Promise<void> {
  const { postgresPort: port } = place;
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password });
  await client.connect();
  try {
    await client.query(`create role minsheng login password '${password}'`);
    await client.query(
      `create database minsheng owner minsheng encoding 'UTF8' locale 'C' template template0`,
    );
  } finally {
    await client.end();
  }
}
