import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { type Database, startDatabase } from '../src/platform/postgres/index.ts';
import { readPostmasterFile } from '../src/platform/postgres/postmaster-file.ts';
import { startSystemCluster, systemVersions } from './system-cluster.ts';

const mainProgram = new URL('../src/main.ts', import.meta.url).pathname;
const preload = new URL('../../scripts/ready/leave-with-parent.mjs', import.meta.url).href;
/** As `npm start` does it. */
const compiled = new URL('../../node_modules/.compiled', import.meta.url).pathname;
const silent = { info: () => undefined, warn: () => undefined };
const folders: string[] = [];
const started: ChildProcess[] = [];

afterAll(async () => {
  for (const child of started) await end(child, 'SIGTERM');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-start-'));
  folders.push(folder);
  return folder;
}

interface Program {
  child: ChildProcess;
  /** Null when it ended instead of becoming ready, or serves no pages. */
  url: string | null;
  said: string;
}

/** The program as a person starts it, followed until it is ready or has ended. */
async function startProgram(
  env: Record<string, string>,
  args: readonly string[],
): Promise<Program> {
  const child = spawn(process.execPath, ['--import', preload, mainProgram, ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_COMPILE_CACHE: compiled,
      PORT: '0',
      MINSHENG_DEMO: 'accounts-only',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  started.push(child);
  const lines: string[] = [];
  const ready = new Promise<void>((resolve) => {
    for (const input of [child.stdout, child.stderr]) {
      if (input === null) continue;
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        if (line.includes('已就绪')) resolve();
      });
    }
    child.on('close', () => resolve());
  });
  await ready;
  const said = lines.join('\n');
  return { child, said, url: /已就绪: (http\S+)/.exec(said)?.[1] ?? null };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = await once(child, 'exit');
  return code;
}

async function health(program: Program): Promise<number> {
  const reply = await fetch(`${program.url}/api/health`);
  return reply.status;
}

describe('the program on its own database', () => {
  const folder = newFolder();
  const env = { MINSHENG_DATA: folder };

  test('starts from an empty folder, refuses a second one, survives a kill and stops in order', async () => {
    const first = await startProgram(env, []);
    expect(await health(first), first.said).toBe(200);
    const keys = readFileSync(join(folder, 'keys.json'), 'utf8');

    const second = await startProgram(env, []);
    expect(second.url).toBeNull();
    expect(second.said).toContain('正被另一个程序使用');
    expect(await end(second.child, 'SIGTERM')).toBe(1);
    expect(await health(first)).toBe(200);

    await end(first.child, 'SIGKILL');
    const again = await startProgram(env, []);
    expect(await health(again), again.said).toBe(200);
    expect(again.said).not.toContain('建好数据库结构');
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(keys);
    expect(await end(again.child, 'SIGTERM')).toBe(0);
  }, 120_000);

  test('answers 503 while its database is killed and comes back, and goes on', async () => {
    const running = await startProgram(env, []);
    const database = readPostmasterFile(join(folder, 'postgres', 'cluster'));
    process.kill(database?.pid ?? 0, 'SIGKILL');
    const seen = new Set<number>();
    for (let calm = 0; calm < 20; ) {
      const status = await health(running);
      seen.add(status);
      calm = status === 200 && seen.has(503) ? calm + 1 : 0;
      await pause(20);
    }
    expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(await end(running.child, 'SIGTERM')).toBe(0);
  }, 60_000);

  test('says what is wrong with a setting instead of starting', async () => {
    const wrong = await startProgram({ ...env, PORT: 'twelve' }, []);
    expect(wrong.url).toBeNull();
    expect(wrong.said).toContain('PORT');
    expect(wrong.said).not.toContain('    at ');
  }, 30_000);
});

describe('the program on a database of somebody else', () => {
  test('web and worker run as two programs on one DATABASE_URL', async () => {
    const database: Database = await startDatabase({
      dataFolder: newFolder(),
      log: silent,
      isDisposable: true,
    });
    try {
      const env = { MINSHENG_DATA: newFolder(), DATABASE_URL: database.connectionString };
      const web = await startProgram(env, ['--run=web']);
      expect(await health(web), web.said).toBe(200);
      const worker = await startProgram(env, ['--run=worker']);
      expect(worker.said).toContain('后台处理进程已就绪');
      expect(await end(worker.child, 'SIGTERM')).toBe(0);
      expect(await end(web.child, 'SIGTERM')).toBe(0);
    } finally {
      await database.stop();
    }
  }, 120_000);

  test.for(systemVersions())('runs on PostgreSQL %s', { timeout: 120_000 }, async (version) => {
    const cluster = startSystemCluster(version, newFolder());
    try {
      const env = { MINSHENG_DATA: newFolder(), DATABASE_URL: cluster.connectionString };
      const program = await startProgram(env, []);
      expect(await health(program), program.said).toBe(200);
      expect(await end(program.child, 'SIGTERM')).toBe(0);
    } finally {
      cluster.stop();
    }
  });
});
