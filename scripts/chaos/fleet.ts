import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembly } from '../../server/src/assembly.ts';
import { readConfig } from '../../server/src/platform/config.ts';
import type { Runtime } from '../../server/src/platform/context.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { startDatabase } from '../../server/src/platform/postgres/index.ts';
import { prepare } from '../../server/src/start.ts';
import { keepRunning, type Program } from './program.ts';

export const targets = ['web', 'worker', 'other worker', 'database'] as const;
export type Target = (typeof targets)[number];

/** A program that runs, wherever its parts are. */
export interface Standing {
  readonly url: string;
  readonly dataFolder: string;
  /** For looking at what is there: serves nothing, does no job. */
  readonly runtime: Runtime;
}

/** One web, two workers and a PostgreSQL with the product's settings, each a process that can be killed. */
export interface Fleet extends Standing {
  readonly databaseUrl: string;
  kill(target: Target): void;
  /** The database is away as long as this lasts. */
  withoutDatabase(during: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export async function startFleet(
  say: (line: string) => void,
  room: string = realpathSync(tmpdir()),
  /** Of every program beside the usual. */
  more: Readonly<Record<string, string>> = {},
): Promise<Fleet> {
  const dataFolder = mkdtempSync(join(room, 'minsheng-chaos-'));
  const log = createLog('silent');
  let database = await startDatabase({ dataFolder, log });
  const port = await freePort();
  const env = {
    DATABASE_URL: database.connectionString,
    MINSHENG_DATA: dataFolder,
    MINSHENG_CITY: 'zhangzhou',
    MINSHENG_DEMO: 'accounts-only',
    MINSHENG_PUBLIC_PER_MINUTE: '100000',
    PORT: String(port),
    ...more,
  };
  const stops: (() => Promise<unknown>)[] = [() => database.stop()];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    const { runtime, stop: leave } = await prepare(readConfig(env, []), assembly, log, say);
    stops.push(leave);
    const programs = new Map<Target, Program>();
    for (const target of ['web', 'worker', 'other worker'] as const) {
      const program = await keepRunning([target === 'web' ? '--run=web' : '--run=worker'], env);
      programs.set(target, program);
      stops.push(() => program.stop());
    }
    return {
      url: `http://127.0.0.1:${port}`,
      dataFolder,
      databaseUrl: database.connectionString,
      runtime,
      kill: (target) => {
        const pid = target === 'database' ? database.pid() : null;
        if (pid !== null) process.kill(pid, 'SIGKILL');
        programs.get(target)?.kill();
      },
      withoutDatabase: async (during) => {
        await database.stop();
        try {
          await during();
        } finally {
          database = await startDatabase({ dataFolder, log });
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
