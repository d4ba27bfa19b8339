import {
  chmodSync,
  chownSync,
  cpSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findBinaries } from './binaries.ts';
import { lockFolder } from './folder-lock.ts';
import type { Log } from './log.ts';
import { prepareLogFolder, recoverySettings } from './log-archive.ts';
import { findPlace, prepareDataFolder } from './place.ts';
import { startPostmaster } from './postmaster.ts';
import type { RunAs } from './run-as.ts';
import { flagsWith } from './settings.ts';

export interface RecoveryWanted {
  /** Where the database comes to life again; must hold none: the caller looks before it writes anything there. */
  readonly dataFolder: string;
  /** What `copyCluster` wrote. */
  readonly copy: string;
  readonly backupFolder: string;
  /** Null: to the end of the archived log. */
  readonly at: Date | null;
  readonly log: Log;
}

/** The log may be long: an hour of it is minutes of reading. */
const longestMilliseconds = 12 * 60 * 60_000;

/**
 * 恢复: a copy put into a data folder and brought forward by the archived log. False where the log ends before `at`:
 * then everything there is has been read.
 */
export async function recoverCluster(wanted: RecoveryWanted): Promise<{ reached: boolean }> {
  const folder = prepareDataFolder(wanted.dataFolder);
  const lock = await lockFolder({ folder, log: wanted.log });
  try {
    const place = findPlace(folder, wanted.log);
    const half = `${place.cluster}.new`;
    rmSync(half, { recursive: true, force: true });
    cpSync(wanted.copy, half, { recursive: true, preserveTimestamps: true });
    writeFileSync(join(half, 'recovery.signal'), '');
    handOver(half, place.user);
    const { postgres } = findBinaries(place.user, place.shelf, wanted.log);
    const logFolder = prepareLogFolder(wanted.backupFolder, place.user);
    const run = async (at: Date | null) => {
      const flags = flagsWith(place.socketFolder, recoverySettings(logFolder, at));
      const running = await startPostmaster(
        { ...place, cluster: half },
        postgres,
        flags,
        longestMilliseconds,
      );
      await running.stop();
    };
    const reached = await runUntil(wanted.at, run);
    // Under its own name only when it is whole: a kill half-way leaves nothing that looks like a database.
    renameSync(half, place.cluster);
    return { reached };
  } finally {
    lock.release();
  }
}

async function runUntil(
  at: Date | null,
  run: (at: Date | null) => Promise<void>,
): Promise<boolean> {
  try {
    await run(at);
    return true;
  } catch (error) {
    const isShort =
      error instanceof Error && error.message.includes('before configured recovery target');
    if (at === null || !isShort) throw error;
    await run(null);
    return false;
  }
}

function handOver(folder: string, user: RunAs): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) handOver(path, user);
    else if (user !== null) chownSync(path, user.uid, user.gid);
  }
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}
