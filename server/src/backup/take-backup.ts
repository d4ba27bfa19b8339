import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Log } from '../platform/log.ts';
import { copyCluster, visitDatabase } from '../platform/postgres/index.ts';
import {
  claimBackups,
  copyFolderOf,
  dropOld,
  filesFolderOf,
  halfBaseOf,
  type KeptBackup,
  nameOf,
  uploadPath,
  uploadsIn,
  writeFacts,
} from './kept-backups.ts';

interface Wanted {
  readonly city: string;
  readonly dataFolder: string;
  readonly backupFolder: string;
  /** How many backups stay; null: all. */
  readonly keep: number | null;
  readonly log: Log;
}

export interface Taken extends KeptBackup {
  readonly dropped: number;
}

/**
 * 备份, while the program works or without it: the uploads first and once more at the end, the database between, so
 * that no row of the copy speaks of a file that is not there. Refuses another program's folder, and a disk too small.
 */
export async function takeBackup(wanted: Wanted): Promise<Taken> {
  const { city, dataFolder, backupFolder, keep, log } = wanted;
  claimBackups(backupFolder, dataFolder);
  const visit = await visitDatabase({ dataFolder, backupFolder, log });
  try {
    await copyUploads(dataFolder, backupFolder);
    const half = halfBaseOf(backupFolder);
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true, mode: 0o700 });
    const copied = await copyCluster(dataFolder, copyFolderOf(half), log);
    const living = await copyUploads(dataFolder, backupFolder);
    const facts = { city, ...copied, files: living.length };
    writeFacts(half, facts, living);
    const folder = nameOf(backupFolder, copied.until);
    renameSync(half, folder);
    const dropped = keep === null ? 0 : dropOld(backupFolder, keep, new Set(living));
    return { ...facts, folder, dropped };
  } finally {
    await visit.stop();
  }
}

/** What is not there yet; answers all that live now. */
async function copyUploads(dataFolder: string, backupFolder: string): Promise<string[]> {
  const [from, to] = [join(dataFolder, 'files'), filesFolderOf(backupFolder)];
  const there = uploadsIn(to);
  const living = [...uploadsIn(from).keys()];
  for (const digest of living) {
    if (there.has(digest)) continue;
    const target = uploadPath(to, digest);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(uploadPath(from, digest), `${target}.part`).catch(unlessRemoved);
    if (existsSync(`${target}.part`)) renameSync(`${target}.part`, target);
  }
  return living;
}

/** An upload nobody used may go away under the copy. */
function unlessRemoved(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
