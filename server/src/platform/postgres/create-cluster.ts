import { execFile } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './place.ts';
import { quietEnvironment } from './postmaster.ts';
import { initdbFlags, majorVersion } from './settings.ts';
import { text } from './text.ts';

const run = promisify(execFile);

export function hasCluster(place: Place): boolean {
  return existsSync(place.cluster);
}

export function refuseOtherVersion(place: Place): void {
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== majorVersion)
    throw new Error(text.otherVersion(place.cluster, found, majorVersion));
}

/** Made beside its place and then moved, so that a kill half-way leaves no half of a cluster. */
export async function createCluster(
  place: Place,
  initdb: string,
  isDisposable: boolean,
): Promise<void> {
  const half = `${place.cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  const flags = isDisposable ? [...initdbFlags, '--no-sync'] : initdbFlags;
  await run(initdb, [`--pgdata=${half}`, ...flags], {
    ...place.user,
    cwd: '/',
    env: quietEnvironment(),
  });
  renameSync(half, place.cluster);
}
