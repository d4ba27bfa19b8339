import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assembly } from '../../server/src/assembly.ts';
import { readConfig } from '../../server/src/platform/config.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { prepare } from '../../server/src/start.ts';
import { freePort, type Standing } from '../chaos/fleet.ts';
import { keepRunning } from '../chaos/program.ts';
import type { Stops } from './cluster.ts';

/** One web and two workers on whichever server takes changes. */
export async function startFleet(
  room: string,
  databaseUrl: string,
  stops: Stops,
): Promise<Standing> {
  const dataFolder = join(room, 'data');
  mkdirSync(dataFolder, { mode: 0o700 });
  const port = await freePort();
  const env = {
    DATABASE_URL: databaseUrl,
    MINSHENG_DATA: dataFolder,
    MINSHENG_CITY: 'zhangzhou',
    MINSHENG_DEMO: 'accounts-only',
    MINSHENG_PUBLIC_PER_MINUTE: '100000',
    PORT: String(port),
  };
  const log = createLog('silent');
  const { runtime, stop } = await prepare(readConfig(env, []), assembly, log, () => {});
  stops.push(stop);
  for (const role of ['web', 'worker', 'worker']) {
    const program = await keepRunning([`--run=${role}`], env);
    stops.push(() => program.stop());
  }
  return { url: `http://127.0.0.1:${port}`, dataFolder, runtime };
}
