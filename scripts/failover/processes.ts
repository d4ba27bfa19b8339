import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The postmaster of a data folder and everything it has begun; none when it does not run. */
export function familyOf(clusterFolder: string): number[] {
  const pid = postmasterOf(clusterFolder);
  return pid === null ? [] : [pid, ...childrenOf(pid)];
}

function postmasterOf(clusterFolder: string): number | null {
  try {
    const pid = Number(readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    // Behind a kill the file stays, and the number may be somebody else's by now.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(clusterFolder) ? pid : null;
  } catch {
    return null;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

export function signal(pids: readonly number[], name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids)
    try {
      process.kill(pid, name);
    } catch {
      // Gone by itself meanwhile.
    }
}
