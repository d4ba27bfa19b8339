import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { RunAs } from '../../server/src/platform/postgres/run-as.ts';
import { clusterFolderOf, type NodePlace, nodeSettings } from './node-settings.ts';
import { programs } from './packages.ts';
import { familyOf, signal } from './processes.ts';

/** One server: Patroni and the PostgreSQL it keeps, which end and stand still together like a machine. */
export interface Node {
  readonly place: NodePlace;
  start(): void;
  /** SIGKILL of everything of it. */
  kill(): Promise<void>;
  /** SIGKILL of PostgreSQL alone. */
  killPostgres(): void;
  freeze(): void;
  thaw(): void;
  /** What it knows of all of them; null: it does not answer. */
  look(): Promise<readonly Member[] | null>;
  switchTo(candidate: string): Promise<void>;
}

const member = z.object({
  name: z.string(),
  role: z.string(),
  state: z.string(),
  timeline: z.number().optional(),
  lag: z.union([z.number(), z.string()]).optional(),
});
export type Member = z.infer<typeof member>;
const answer = z.object({ members: z.array(member) });

export function patroniNode(place: NodePlace, user: RunAs): Node {
  mkdirSync(place.folder, { mode: 0o700 });
  const path = join(place.folder, 'patroni.yml');
  writeFileSync(path, nodeSettings(place), { mode: 0o600 });
  for (const each of [place.folder, path]) if (user !== null) chownSync(each, user.uid, user.gid);
  let patroni: ChildProcess | null = null;
  const everything = () => [
    ...(patroni?.pid === undefined || patroni.exitCode !== null ? [] : [patroni.pid]),
    ...familyOf(clusterFolderOf(place)),
  ];
  return {
    place,
    start: () => {
      patroni = startPatroni(path, place, user);
    },
    kill: async () => {
      // Patroni first: it would begin its PostgreSQL again.
      const gone = patroni && patroni.exitCode === null ? once(patroni, 'exit') : null;
      signal(everything(), 'SIGKILL');
      await gone;
      for (let tries = 0; tries < 50 && familyOf(clusterFolderOf(place)).length > 0; tries += 1) {
        signal(familyOf(clusterFolderOf(place)), 'SIGKILL');
        await pause(100);
      }
    },
    killPostgres: () => signal(familyOf(clusterFolderOf(place)), 'SIGKILL'),
    freeze: () => signal(everything(), 'SIGSTOP'),
    thaw: () => signal(everything(), 'SIGCONT'),
    look: () => look(place),
    switchTo: (candidate) => switchTo(place, candidate),
  };
}

function startPatroni(path: string, { folder }: NodePlace, user: RunAs): ChildProcess {
  const log = openSync(join(folder, 'patroni.log'), 'a');
  const env = { PATH: `${programs.postgres}:/usr/bin:/bin`, HOME: folder, LC_ALL: 'C.UTF-8' };
  return spawn(programs.patroni, [path], {
    ...user,
    cwd: folder,
    env,
    stdio: ['ignore', log, log],
  });
}

async function look({ restPort }: NodePlace): Promise<readonly Member[] | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${restPort}/cluster`, {
      signal: AbortSignal.timeout(2000),
    });
    return answer.parse(await response.json()).members;
  } catch {
    return null;
  }
}

async function switchTo({ name, restPort }: NodePlace, candidate: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${restPort}/switchover`, {
    method: 'POST',
    body: JSON.stringify({ leader: name, candidate }),
  });
  if (!response.ok) throw new Error(`switchover: ${response.status} ${await response.text()}`);
}
