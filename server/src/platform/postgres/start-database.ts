import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { createCluster, hasCluster, refuseOtherVersion } from './create-cluster.ts';
import { connectionString, createDatabase, type DatabaseConnection } from './create-database.ts';
import { lockFolder } from './folder-lock.ts';
import { type KeptAlive, keepAlive } from './keep-alive.ts';
import type { Log } from './log.ts';
import { archiveSettings, prepareLogFolder } from './log-archive.ts';
import { stopOrphan } from './orphan.ts';
import { findPlace, type Place, prepareDataFolder } from './place.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { readPostmasterFile, servesFolder } from './postmaster-file.ts';
import { disposableSettings, flagsWith, socketPort } from './settings.ts';
import { text } from './text.ts';

export interface DatabaseWanted {
  dataFolder: string;
  log: Log;
  /** 备份: where the log is archived to as it is written; unsaid, it is not. */
  backupFolder?: string | null;
  /** For tests only: fast, and lost when the machine loses power. */
  isDisposable?: boolean;
}

export interface Database extends KeptAlive {
  /** Fits pg's Pool; stays the same when the database is restarted under us. End your pools before stop(). */
  connection: DatabaseConnection;
  connectionString: string;
}

/** Our own PostgreSQL on a data folder: made at the first start, kept alive, stopped with us. */
export async function startDatabase(wanted: DatabaseWanted): Promise<Database> {
  const folder = prepareDataFolder(wanted.dataFolder);
  const lock = await lockFolder({ folder, log: wanted.log });
  try {
    const { start, socketFolder } = await prepare(folder, wanted);
    const kept = await keepAlive(start, wanted.log);
    const connection = await connectOrStop(socketFolder, kept);
    const stop = async () => {
      await kept.stop();
      lock.release();
    };
    return { ...kept, connection, connectionString: connectionString(connection), stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Prepared {
  start(): Promise<Postmaster>;
  socketFolder: string;
}

async function prepare(folder: string, wanted: DatabaseWanted): Promise<Prepared> {
  const place = findPlace(folder, wanted.log);
  const binaries = findBinaries(place.user, place.shelf, wanted.log);
  const isDisposable = wanted.isDisposable === true;
  if (hasCluster(place)) {
    refuseOtherVersion(place);
    await stopOrphan(place.cluster, wanted.log);
  } else {
    wanted.log.info(text.creating);
    await createCluster(place, binaries.initdb, isDisposable);
  }
  const logFolder = wanted.backupFolder ? prepareLogFolder(wanted.backupFolder, place.user) : null;
  const flags = flagsWith(place.socketFolder, {
    ...archiveSettings(logFolder),
    ...(isDisposable ? disposableSettings : {}),
  });
  return {
    start: () => startPatiently(place, binaries.postgres, flags),
    socketFolder: place.socketFolder,
  };
}

// After a kill of the database its helpers need a moment to notice; until then a new one refuses to start.
const patienceMilliseconds = 15_000;
const passingReasons = ['shared memory block', 'lock file'];

async function startPatiently(
  place: Place,
  program: string,
  flags: readonly string[],
): Promise<Postmaster> {
  const from = performance.now();
  while (true) {
    try {
      return await startPostmaster(place, program, flags);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!passingReasons.some((part) => reason.includes(part))) throw error;
      if (performance.now() - from > patienceMilliseconds) throw explained(place, error);
      await pause(200);
    }
  }
}

/** A recycled process number in the file looks to PostgreSQL like a running database. */
function explained(place: Place, error: unknown): unknown {
  const found = readPostmasterFile(place.cluster);
  if (found === null || servesFolder(found.pid, place.cluster)) return error;
  return new Error(text.pidTaken(found.pid, `${place.cluster}/postmaster.pid`));
}

async function connectOrStop(socketFolder: string, kept: KeptAlive): Promise<DatabaseConnection> {
  try {
    return await createDatabase(socketFolder, socketPort);
  } catch (error) {
    await kept.stop();
    throw error;
  }
}
