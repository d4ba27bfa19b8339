import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const main = new URL('../../server/src/main.ts', import.meta.url).pathname;
const preload = new URL('../ready/leave-with-parent.mjs', import.meta.url).href;
const againMs = 200;

/** One process of ours, started again whenever it ends, as a supervisor would. */
export interface Program {
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): void;
  stop(): Promise<void>;
}

export async function keepRunning(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Program> {
  let isStopping = false;
  let current = launch();
  await current.ready;
  return {
    kill: () => void current.child.kill('SIGKILL'),
    stop: async () => {
      isStopping = true;
      await end(current.child);
    },
  };

  function launch(): Launched {
    const launched = launchMain(args, env);
    // Why one start failed matters only for the first; later ones are tried until they succeed.
    launched.ready.catch(() => undefined);
    launched.child.once('exit', () => setTimeout(again, againMs));
    return launched;
  }

  function again(): void {
    if (!isStopping) current = launch();
  }
}

interface Launched {
  readonly child: ChildProcess;
  /** Once it says so; what it said instead, when it ends before. */
  readonly ready: Promise<void>;
}

export function launchMain(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Launched {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', preload, main, ...args], {
    env: { PATH, HOME, HOST: '127.0.0.1', MINSHENG_DEMO: 'accounts-only', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return { child, ready: readiness(child) };
}

function readiness(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    for (const input of [child.stdout, child.stderr]) {
      if (input === null) continue;
      createInterface({ input }).on('line', (line) => {
        if (said.push(line) > 30) said.shift();
        if (line.includes('已就绪')) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${said.join('\n')}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  if (await Promise.race([exit.then(() => true), pause(20_000, false)])) return;
  child.kill('SIGKILL');
  await exit;
}
