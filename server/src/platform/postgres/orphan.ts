import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './log.ts';
import { readPostmasterFile, servesFolder } from './postmaster-file.ts';
import { isRunning } from './process-identity.ts';
import { text } from './text.ts';

const patienceMilliseconds = 60_000;

/**
 * A kill of our program may leave its database running. Whoever holds the folder's lock may stop
 * it; the file it leaves is never deleted by us, because it also guards against its last helpers.
 */
export async function stopOrphan(cluster: string, log: Log): Promise<void> {
  const found = readPostmasterFile(cluster);
  if (found === null || !isRunning(found.pid) || !servesFolder(found.pid, cluster)) return;
  log.info(text.stoppingOrphan(found.pid));
  signal(found.pid, 'SIGINT');
  const from = performance.now();
  while (isRunning(found.pid)) {
    if (performance.now() - from > patienceMilliseconds)
      throw new Error(text.orphanStays(found.pid));
    await pause(50);
  }
}

function signal(pid: number, name: 'SIGINT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between our look and our word.
  }
}
