import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDatabase } from '../../src/platform/postgres/index.ts';

const main = new URL('../../src/main.ts', import.meta.url).pathname;
const preload = new URL('../../../scripts/ready/leave-with-parent.mjs', import.meta.url).href;
const silent = { info: () => undefined, warn: () => undefined };

/** Two web and two worker processes on one database and one data folder, begun together where there was nothing. */
export interface Programs {
  readonly webs: readonly [string, string];
  readonly dataFolder: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

export async function startPrograms(): Promise<Programs> {
  const room = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-apart-'));
  const dataFolder = join(room, 'data');
  const database = await startDatabase({ dataFolder: room, log: silent, isDisposable: true });
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(end));
    await database.stop();
    rmSync(room, { recursive: true, force: true });
  };
  const env = { DATABASE_URL: database.connectionString, MINSHENG_DATA: dataFolder };
  const begin = (part: 'web' | 'worker') => {
    const child = launch(`--run=${part}`, env);
    children.push(child);
    return readiness(child);
  };
  try {
    const [one, other] = await Promise.all([
      begin('web'),
      begin('web'),
      begin('worker'),
      begin('worker'),
    ]);
    return { webs: [one, other], dataFolder, databaseUrl: database.connectionString, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function launch(role: string, env: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, ['--import', preload, main, role], {
    env: { PATH, HOME, HOST: '127.0.0.1', PORT: '0', MINSHENG_DEMO: 'accounts-only', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** The address of a web, '' of a worker, once it says that it is ready. */
function readiness(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    for (const input of [child.stdout, child.stderr]) {
      if (input === null) continue;
      createInterface({ input }).on('line', (line) => {
        said.push(line);
        if (line.includes('已就绪')) resolve(/已就绪: (http\S+)/.exec(line)?.[1] ?? '');
      });
    }
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${said.join('\n')}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
