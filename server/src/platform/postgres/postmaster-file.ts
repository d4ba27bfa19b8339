import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes about itself in its folder: its process, and whether it takes connections. */
export interface PostmasterFile {
  pid: number;
  isReady: boolean;
}

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/** Does this process serve this folder? PostgreSQL works from inside its folder, which the system shows. */
export function servesFolder(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}
