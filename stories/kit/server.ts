import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** A program of ours with a data folder, a port and a database of its own. */
export interface Server {
  readonly url: string;
  readonly dataFolder: string;
  readonly pid: number;
  stop(): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** The same program anew, on its data and at its address. */
  startAgain(): Promise<void>;
}

export interface ServerWishes {
  readonly city: string;
  /** Where a virtual clock begins; null: the real clock. */
  readonly clockStart: string | null;
  readonly env?: Readonly<Record<string, string>>;
  /** Told what the program says, to its end. */
  readonly onLine?: (line: string) => void;
}

/** A line of the log by which the program says that it failed: a 500 alone tells nobody why. */
export const isFault = (line: string): boolean => line.includes('"level":50');

const program = new URL('../../server/src/main.ts', import.meta.url).pathname;
const preload = new URL('../../scripts/ready/leave-with-parent.mjs', import.meta.url).href;
/** As `npm start` does it. */
const compiled = new URL('../../node_modules/.compiled', import.meta.url).pathname;
const stopSeconds = 20;
const lastLines = 30;

/** Web and worker in one process, on any free loopback port, beside whatever else runs on this machine. */
export async function startServer(wishes: ServerWishes): Promise<Server> {
  const dataFolder = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-story-'));
  const env = environment(wishes, dataFolder);
  let child = launch(env);
  const stop = async () => {
    await end(child);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    const url = await readiness(child, wishes.onLine);
    return {
      url,
      dataFolder,
      pid: child.pid ?? 0,
      stop,
      kill: () => killed(child),
      startAgain: async () => {
        child = launch({ ...env, PORT: new URL(url).port });
        await readiness(child, wishes.onLine);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const launch = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', preload, program], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });

/** Nothing of the environment leaks in but what a program needs to run: a story is the same everywhere. */
function environment(wishes: ServerWishes, dataFolder: string): Record<string, string> {
  const { PATH = '', HOME = '', TZ, TMPDIR } = process.env;
  return {
    PATH,
    HOME,
    ...(TZ ? { TZ } : {}),
    ...(TMPDIR ? { TMPDIR } : {}),
    NODE_COMPILE_CACHE: compiled,
    HOST: '127.0.0.1',
    PORT: '0',
    MINSHENG_CITY: wishes.city,
    MINSHENG_DATA: dataFolder,
    MINSHENG_DEMO: 'accounts-only',
    MINSHENG_PUBLIC_PER_MINUTE: '6000',
    // Other systems of a story listen on this machine.
    MINSHENG_PEER_NETWORKS: '127.0.0.1',
    ...(wishes.clockStart === null
      ? {}
      : { MINSHENG_CLOCK: 'virtual', MINSHENG_CLOCK_START: wishes.clockStart }),
    ...wishes.env,
  };
}

/** The address, once the program says that it is ready; what it said instead, when it ends before. */
function readiness(child: ChildProcess, onLine?: (line: string) => void): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    for (const input of [child.stdout, child.stderr]) {
      if (input === null) continue;
      createInterface({ input }).on('line', (line) => {
        said.push(line);
        onLine?.(line);
        const url = /已就绪: (http\S+)/.exec(line)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code}:\n${said.slice(-lastLines).join('\n')}`)),
    );
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const isOver = await Promise.race([exit.then(() => true), pause(stopSeconds * 1000, false)]);
  if (!isOver) await killed(child);
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
