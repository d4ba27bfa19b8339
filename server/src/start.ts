import { type Assembly, cityFacts } from './assembly.ts';
import { claimBackups } from './backup/index.ts';
import { defaultWishes } from './platform/app.ts';
import { buildApp } from './platform/build-app.ts';
import { systemClock, type VirtualClock } from './platform/clock.ts';
import { serveClock } from './platform/clock-routes.ts';
import type { Config } from './platform/config.ts';
import type { Runtime, Site } from './platform/context.ts';
import { type Database, openDatabase, type PoolConfig } from './platform/db.ts';
import { openClock, recognise } from './platform/installation.ts';
import { openKeys } from './platform/key-file.ts';
import type { Log } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { startDatabase } from './platform/postgres/index.ts';
import { addressesOf, followPrimary } from './platform/primary.ts';
import { reachDatabase } from './platform/reach-database.ts';
import { makeDataFolder, refuseTakenPort } from './platform/room.ts';
import { startVirtualTime, type VirtualTime } from './platform/virtual-time.ts';
import { startWorker } from './platform/worker.ts';

export interface Running {
  /** Null in a process that is a worker only. */
  readonly url: string | null;
  stop(): Promise<void>;
}

type Say = (line: string) => void;
type Stop = () => Promise<unknown>;

/** Everything in order: database, migrations, keys, city, worker, pages. What was started is stopped in reverse. */
export async function start(
  config: Config,
  assembly: Assembly,
  log: Log,
  say: Say,
): Promise<Running> {
  const stops: Stop[] = [];
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  };
  try {
    const url = await startAll(config, assembly, { log, say, stops });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export interface Prepared {
  readonly runtime: Runtime;
  stop(): Promise<void>;
}

/** For programs that serve nothing: the same ground, without pages and without a worker. */
export async function prepare(
  config: Config,
  assembly: Assembly,
  log: Log,
  say: Say,
): Promise<Prepared> {
  const stops: Stop[] = [];
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  };
  try {
    const { runtime } = await openRuntime(config, assembly, { log, say, stops });
    return { runtime, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Surroundings {
  readonly log: Log;
  readonly say: Say;
  readonly stops: Stop[];
}

async function startAll(
  config: Config,
  assembly: Assembly,
  around: Surroundings,
): Promise<string | null> {
  const { stops } = around;
  // Before the minutes of a first start, not after them.
  if (config.runs.web) await refuseTakenPort(config);
  const { runtime, virtual, site } = await openRuntime(config, assembly, around);
  const time = virtual ? startVirtualTime(runtime, virtual) : null;
  if (time) stops.push(() => time.stop());
  if (config.runs.worker && !time) {
    const worker = await startWorker(runtime);
    stops.push(() => worker.stop());
  }
  if (!config.runs.web) return null;
  const url = await serve(config, assembly, runtime, { time, stops });
  // A free port is known only now.
  site.origin = originOf(config, Number(new URL(url).port));
  return url;
}

/** 对外地址; unsaid, a link opens on this machine, which is enough for a demo. */
const originOf = ({ publicAddress }: Config, port: number): string =>
  publicAddress ?? `http://127.0.0.1:${port}`;

interface Opened {
  readonly runtime: Runtime;
  readonly virtual: VirtualClock | null;
  readonly site: { -readonly [Fact in keyof Site]: Site[Fact] };
}

/** Database, migrations, clock, keys, ports and the city: what a script needs as much as the server. */
async function openRuntime(
  config: Config,
  assembly: Assembly,
  around: Surroundings,
): Promise<Opened> {
  const { log, say, stops } = around;
  makeDataFolder(config.dataFolder);
  const db = openDatabase(await findDatabase(config, around), log);
  stops.push(() => db.stop());
  followDatabase(db, config, around);
  await bringUpToDate(db, say);
  const { clock, virtual } = await openClock(db, config.clock, config.clockStart);
  const site = { origin: originOf(config, config.port) };
  const keys = openKeys(config.dataFolder);
  const runtime: Runtime = {
    db,
    clock,
    city: cityFacts(config),
    keys,
    ports: assembly.ports(config, keys),
    log,
    site,
  };
  await recognise(db, runtime);
  await assembly.load(runtime, config, say);
  return { runtime, virtual, site };
}

async function findDatabase(
  config: Config,
  { log, say, stops }: Surroundings,
): Promise<PoolConfig> {
  if (config.databaseUrl !== null) {
    return { connectionString: await reachDatabase(config.databaseUrl) };
  }
  say('启动数据库…');
  const { dataFolder, backupFolder } = config;
  if (backupFolder !== null) claimBackups(backupFolder, dataFolder);
  const own = await startDatabase({ dataFolder, backupFolder, log });
  stops.push(() => own.stop());
  return own.connection;
}

/** Where DATABASE_URL names several, another may take over as long as the program runs. */
function followDatabase(db: Database, { databaseUrl }: Config, { log, stops }: Surroundings): void {
  const addresses = databaseUrl === null ? [] : addressesOf(databaseUrl);
  const { connectionString: first } = db.pool.options;
  if (addresses.length < 2 || first === undefined) return;
  const life = followPrimary(addresses, first, (address) => {
    log.warn({ no: addresses.indexOf(address) + 1 }, 'another database has taken over');
    db.moveTo(address);
  });
  stops.push(() => life.stop());
}

async function bringUpToDate(db: Database, say: Say): Promise<void> {
  const ran = await migrate(db.pool, systemClock.now());
  if (ran.length > 0) say(`建好数据库结构(${ran.length} 步)`);
}

interface Serving {
  readonly time: VirtualTime | null;
  readonly stops: Stop[];
}

async function serve(
  config: Config,
  assembly: Assembly,
  runtime: Runtime,
  { time, stops }: Serving,
): Promise<string> {
  const app = await buildApp(runtime, {
    ...defaultWishes,
    resolveActor: assembly.resolveActor,
    allowTopics: assembly.allowTopics,
    routes: time ? [...assembly.routes, (app) => serveClock(app, time)] : assembly.routes,
    publicPerMinute: config.publicPerMinute,
    signInsPerMinute: config.signInsPerMinute,
    checksReplies: time !== null,
    trustedProxies: config.trustedProxies,
    tileHosts: config.mapTiles ? [new URL(config.mapTiles.replaceAll(/[{}]/g, '')).origin] : [],
  });
  stops.push(() => app.fastify.close());
  return app.fastify.listen({ host: config.host, port: config.port });
}
