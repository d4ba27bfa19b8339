import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { z } from 'zod';
import { createLog } from '../../server/src/platform/log.ts';
import { startDatabase } from '../../server/src/platform/postgres/index.ts';
import { type Server, startServer } from '../../stories/kit/server.ts';

export interface BenchServer {
  readonly server: Server;
  readonly connection: ClientConfig;
  /** What the program, web and worker together, holds at this moment. */
  memory(): Memory;
  stop(): Promise<void>;
}

export interface Memory {
  readonly rssMegabytes: number;
  readonly heapMegabytes: number;
}

const teller = new URL('tell-memory.ts', import.meta.url).href;
const told = z.object({ rss: z.number(), heapUsed: z.number() });

/** The program and its own PostgreSQL as they are installed: fsync on, every setting the product's. */
export function startBenchServer(say: (line: string) => void): Promise<BenchServer> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-bench-'));
  return benchServerOn(folder, say, () => rmSync(folder, { recursive: true, force: true }));
}

/** The same on a folder that is kept, so that the next run finds what was loaded. */
function startKeptBenchServer(folder: string, say: (line: string) => void): Promise<BenchServer> {
  mkdirSync(folder, { recursive: true });
  return benchServerOn(realpathSync(folder), say, () => {});
}

/** On a folder that is kept, or on one that leaves. */
export const benchServer = (
  folder: string | null,
  say: (line: string) => void,
): Promise<BenchServer> =>
  folder === null ? startBenchServer(say) : startKeptBenchServer(folder, say);

async function benchServerOn(
  folder: string,
  say: (line: string) => void,
  leave: () => void,
): Promise<BenchServer> {
  const database = await startDatabase({ dataFolder: folder, log: createLog('warn') });
  const memoryFile = join(folder, 'bench-memory.json');
  const stops: (() => Promise<unknown>)[] = [() => database.stop()];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
    leave();
  };
  try {
    const server = await startServer({
      city: 'zhangzhou',
      clockStart: null,
      // Keys and accounts belong to the database and stay beside it.
      env: {
        DATABASE_URL: database.connectionString,
        MINSHENG_DATA: folder,
        BENCH_MEMORY: memoryFile,
        NODE_OPTIONS: `--import=${teller}`,
      },
    });
    stops.push(() => server.stop());
    say(`the program runs at ${server.url}`);
    return {
      server: { ...server, dataFolder: folder },
      connection: database.connection,
      memory: () => memoryIn(memoryFile),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function memoryIn(file: string): Memory {
  const { rss, heapUsed } = told.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { rssMegabytes: Math.round(rss / 2 ** 20), heapMegabytes: Math.round(heapUsed / 2 ** 20) };
}
