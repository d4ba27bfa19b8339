import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Log } from './log.ts';
import { canEnter, type RunAs, runAs } from './run-as.ts';
import { text } from './text.ts';

/** Where the database lives, and as whom. */
export interface Place {
  user: RunAs;
  /** PGDATA. */
  cluster: string;
  socketFolder: string;
  /** Where a copy of the programs goes when the database's user cannot reach the package. */
  shelf: string;
}

// A socket's name may hold 107 bytes on Linux, 103 on macOS; PostgreSQL adds '/.s.PGSQL.5432.lock'.
const longestSocketFolder = 80;

export function prepareDataFolder(dataFolder: string): string {
  mkdirSync(dirname(dataFolder), { recursive: true });
  if (!existsSync(dataFolder)) mkdirSync(dataFolder, { mode: 0o700 });
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Error(text.foreignFolder(dataFolder, statSync(dataFolder).uid));
  }
  return realpathSync(dataFolder);
}

export function findPlace(dataFolder: string, log: Log): Place {
  const user = runAs(join(dataFolder, 'postgres', 'cluster'));
  const shelf = shelfFor(dataFolder);
  const home = homeOf(dataFolder, { user, shelf, log });
  own(home, user);
  return { user, cluster: join(home, 'cluster'), socketFolder: socketFolderFor(home, user), shelf };
}

function homeOf(
  dataFolder: string,
  { user, shelf, log }: { user: RunAs; shelf: string; log: Log },
): string {
  const wanted = join(dataFolder, 'postgres');
  const found = lstatSync(wanted, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return readlinkSync(wanted);
  if (isReachable(dataFolder, user)) return wanted;
  if (found !== undefined) throw new Error(text.unreachable(wanted));

  const home = join(shelf, shortName(wanted));
  log.info(text.moved(home));
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  refuseForeign(shelf, user);
  symlinkSync(home, wanted);
  return home;
}

/** Makes the folders that are ours passable for the database's user; what lies above them is not ours to change. */
function isReachable(dataFolder: string, user: RunAs): boolean {
  if (user === null) return true;
  const above = dirname(dataFolder);
  const ours = basename(above) === '.data' ? [above, dataFolder] : [dataFolder];
  if (!canEnter(user, dirname(ours[0] ?? above))) return false;
  for (const folder of ours) {
    if (canEnter(user, folder)) continue;
    // The group may pass through to the database's own folder; it can list and read nothing else.
    chownSync(folder, 0, user.gid);
    chmodSync(folder, 0o710);
  }
  return true;
}

/** What root keeps for a folder the database cannot reach: a temporary folder's goes with the temporary files. */
function shelfFor(dataFolder: string): string {
  const temporary = realpathSync(tmpdir());
  return join(dataFolder.startsWith(`${temporary}/`) ? temporary : '/var/lib', 'minsheng');
}

function socketFolderFor(home: string, user: RunAs): string {
  const near = join(home, 'socket');
  const fits = Buffer.byteLength(near) <= longestSocketFolder;
  const folder = fits ? near : join(realpathSync(tmpdir()), `minsheng-${shortName(home)}`);
  own(folder, user);
  return folder;
}

function own(folder: string, user: RunAs): void {
  refuseForeign(folder, user);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

/** In a shared folder a stranger may have taken the name first, and an earlier start may have had another user. */
function refuseForeign(folder: string, user: RunAs): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  const ours = [process.getuid?.(), user?.uid].includes(found.uid);
  if (!ours || !found.isDirectory()) throw new Error(text.foreignFolder(folder, found.uid));
}

function shortName(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
