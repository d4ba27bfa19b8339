import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Verdict, verifyLog } from '../audit/verify-log.ts';
import { type Database, openDatabase } from '../platform/db.ts';
import { openKeys } from '../platform/key-file.ts';
import type { Log } from '../platform/log.ts';
import { recoverCluster, startDatabase } from '../platform/postgres/index.ts';
import { blindIndex } from '../platform/secrets.ts';
import {
  copyFolderOf,
  filesFolderOf,
  filesOf,
  type KeptBackup,
  keptBackups,
  uploadPath,
  uploadsIn,
} from './kept-backups.ts';
import { text } from './text.ts';

interface Wanted {
  readonly backupFolder: string;
  /** 恢复到的时刻; null: as far as the log goes. */
  readonly at: Date | null;
  /** A new data folder. */
  readonly dataFolder: string;
  /** keys.json, kept apart from the backups; null: it lies in the data folder already. */
  readonly keysFile: string | null;
  readonly log: Log;
}

export interface Restored {
  readonly from: KeptBackup;
  /** The log goes as far as was asked. */
  readonly reached: boolean;
  /** The last thing that is known to have happened. */
  readonly lastEvent: Date | null;
  readonly missingFiles: number;
  readonly verdict: Verdict;
}

/**
 * 恢复: the newest backup before `at`, brought forward by the log, into a new data folder, and looked at: the keys open it,
 * every event chain is whole. Refuses a folder that holds a database, keys that are not its own, an instant before all backups.
 */
export async function restoreBackup(wanted: Wanted): Promise<Restored> {
  const { backupFolder, at, dataFolder, log } = wanted;
  const from = backupFor(backupFolder, at);
  if (existsSync(join(dataFolder, 'postgres'))) throw new Error(text.notEmpty(dataFolder));
  placeKeys(wanted);
  const { reached } = await recoverCluster({
    dataFolder,
    backupFolder,
    copy: copyFolderOf(from.folder),
    at,
    log,
  });
  const missingFiles = bringUploads(from, backupFolder, dataFolder);
  const database = await startDatabase({ dataFolder, log });
  const db = openDatabase(database.connection, log);
  try {
    return { from, reached, missingFiles, ...(await lookAt(db, dataFolder)) };
  } finally {
    await db.stop();
    await database.stop();
  }
}

function backupFor(backupFolder: string, at: Date | null): KeptBackup {
  const all = keptBackups(backupFolder);
  const found = all.findLast(({ until }) => at === null || until <= at);
  if (found) return found;
  const [first] = all;
  throw new Error(first ? text.noneBefore(first.until) : text.noBackup(backupFolder));
}

function placeKeys({ dataFolder, keysFile }: Wanted): void {
  const place = join(dataFolder, 'keys.json');
  if (keysFile === null && !existsSync(place)) throw new Error(text.noKeys);
  if (keysFile === null) return;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  copyFileSync(keysFile, place);
}

/** What the backup knew, and what came after it; answers how many of the known are gone. */
function bringUploads(from: KeptBackup, backupFolder: string, dataFolder: string): number {
  const [source, target] = [filesFolderOf(backupFolder), join(dataFolder, 'files')];
  const known = new Set(filesOf(from));
  for (const [digest, came] of uploadsIn(source)) {
    if (!known.delete(digest) && came < from.until) continue;
    mkdirSync(dirname(uploadPath(target, digest)), { recursive: true, mode: 0o700 });
    copyFileSync(uploadPath(source, digest), uploadPath(target, digest));
  }
  return known.size;
}

async function lookAt(
  { pool }: Database,
  dataFolder: string,
): Promise<Pick<Restored, 'verdict' | 'lastEvent'>> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ key_mark: Buffer | null; last: Date | null }>(
      'select key_mark, (select max(at) from platform.event) as last from platform.installation',
    );
    const mark = blindIndex(openKeys(dataFolder), 'installation', '');
    if (rows[0]?.key_mark && !rows[0].key_mark.equals(mark)) throw new Error(text.otherKeys);
    return { lastEvent: rows[0]?.last ?? null, verdict: await verifyLog(client) };
  } finally {
    client.release();
  }
}
