import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { logFolderOf } from '../platform/postgres/index.ts';
import { text } from './text.ts';

/**
 * The backup folder: `bases/<instant>/` each a copy of the database with `backup.json` and `files.txt`, `log/` the
 * database's log piece by piece, `files/` the uploads by digest. No key is in it.
 */
const basesFolderOf = (backupFolder: string): string => join(backupFolder, 'bases');
export const filesFolderOf = (backupFolder: string): string => join(backupFolder, 'files');
export const copyFolderOf = (base: string): string => join(base, 'cluster');
export const halfBaseOf = (backupFolder: string): string =>
  join(basesFolderOf(backupFolder), 'half');

const facts = z.object({
  city: z.string(),
  /** The earliest instant this copy can be brought to. */
  until: z.coerce.date(),
  firstLog: z.string(),
  bytes: z.number(),
  files: z.number(),
});
export type BackupFacts = z.infer<typeof facts>;

export interface KeptBackup extends BackupFacts {
  readonly folder: string;
}

/** Oldest first; one that was broken off is none. */
export function keptBackups(backupFolder: string): KeptBackup[] {
  const bases = basesFolderOf(backupFolder);
  if (!existsSync(bases)) return [];
  return readdirSync(bases)
    .filter((name) => /^\d{8}T\d{6}Z$/.test(name))
    .map((name) => {
      const folder = join(bases, name);
      const found = facts.parse(JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')));
      return { ...found, folder };
    })
    .sort((a, b) => a.until.getTime() - b.until.getTime());
}

export function nameOf(backupFolder: string, until: Date): string {
  const stamp = until.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  return join(basesFolderOf(backupFolder), stamp);
}

export function writeFacts(base: string, about: BackupFacts, digests: readonly string[]): void {
  writeFileSync(join(base, 'files.txt'), digests.map((each) => `${each}\n`).join(''), {
    flush: true,
  });
  writeFileSync(join(base, 'backup.json'), `${JSON.stringify(about, null, 1)}\n`, { flush: true });
}

/** The uploads that were there when the backup was made. */
export function filesOf({ folder }: KeptBackup): string[] {
  return readFileSync(join(folder, 'files.txt'), 'utf8').split('\n').filter(Boolean);
}

/** Every upload of a folder by digest, with when it came. */
export function uploadsIn(folder: string): Map<string, Date> {
  const found = new Map<string, Date>();
  if (!existsSync(folder)) return found;
  for (const part of readdirSync(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    for (const name of readdirSync(join(folder, part))) {
      const stat = statSync(join(folder, part, name), { throwIfNoEntry: false });
      if (stat && /^[0-9a-f]{64}$/.test(name)) found.set(name, stat.mtime);
    }
  }
  return found;
}

export const uploadPath = (folder: string, digest: string): string =>
  join(folder, digest.slice(0, 2), digest);

/** Drops the oldest beyond `keep`, the log nobody can use any more and the uploads only the dropped ones had. */
export function dropOld(backupFolder: string, keep: number, living: ReadonlySet<string>): number {
  const all = keptBackups(backupFolder);
  const dropped = all.slice(0, Math.max(0, all.length - keep));
  for (const { folder } of dropped) rmSync(folder, { recursive: true });
  const [oldest] = all.slice(dropped.length);
  if (!oldest || dropped.length === 0) return 0;
  dropLog(logFolderOf(backupFolder), oldest.firstLog);
  const wanted = new Set(keptBackups(backupFolder).flatMap(filesOf));
  const files = filesFolderOf(backupFolder);
  for (const [digest, came] of uploadsIn(files)) {
    if (living.has(digest) || wanted.has(digest) || came > oldest.until) continue;
    rmSync(uploadPath(files, digest));
  }
  return dropped.length;
}

/** The first eight digits count restorations; what comes after them orders the log. */
function dropLog(folder: string, first: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const piece = /^[0-9A-F]{8}([0-9A-F]{16})/.exec(name)?.[1];
    if (piece !== undefined && piece < first.slice(8)) rmSync(join(folder, name));
  }
}

/**
 * One backup folder belongs to one data folder: two databases that write their logs into one could never be told
 * apart again. A restored database begins a folder of its own.
 */
export function claimBackups(backupFolder: string, dataFolder: string): void {
  const [theirs, ours] = [join(backupFolder, 'owner'), join(dataFolder, 'backup-owner')];
  const owner = existsSync(theirs) ? readFileSync(theirs, 'utf8') : null;
  const known = existsSync(ours) ? readFileSync(ours, 'utf8') : null;
  if (owner === null) {
    const mine = known ?? randomUUID();
    mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
    writeFileSync(ours, mine, { mode: 0o600, flush: true });
    writeFileSync(theirs, mine, { mode: 0o600, flush: true });
  } else if (owner !== known) throw new Error(text.foreignBackups(backupFolder));
}
