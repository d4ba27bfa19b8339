import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startFleet } from './fleet.ts';
import { peopleOf } from './lives.ts';
import type { Played } from './rounds.ts';
import { calmTraces, type Ground, underLoad } from './rounds.ts';

const megabyte = 1024 * 1024;
const roomMb = 500;
const fullSeconds = 12;

/**
 * Database and uploads on a small mounted folder that is filled up under load and emptied again: what was said yes to is
 * there, what was not is told 503, and everything goes on by itself. Only where mounting is allowed.
 */
export async function fullDisk(): Promise<Played> {
  const room = mountedRoom();
  if (room === null)
    return { faults: [], told: 'mounting a small folder is not allowed here', isLeftOut: true };
  try {
    return await playIn(room);
  } finally {
    spawnSync('umount', ['-l', room]);
    rmSync(room, { recursive: true, force: true });
  }
}

function mountedRoom(): string | null {
  const made = spawnSync('mktemp', ['-d', '-t', 'minsheng-full-XXXXXX'], { encoding: 'utf8' });
  const room = made.stdout.trim();
  const options = ['-t', 'tmpfs', '-o', `size=${roomMb}m`, 'tmpfs', room];
  return spawnSync('mount', options).status === 0 ? room : null;
}

async function playIn(room: string): Promise<Played> {
  const fleet = await startFleet(() => undefined, room);
  try {
    const people = await peopleOf(fleet);
    const ground: Ground = { fleet, people, expected: await calmTraces(fleet, people) };
    const ballast = join(room, 'ballast');
    const { faults, tally, lives } = await underLoad(ground, async () => {
      await pause(1000);
      const until = performance.now() + fullSeconds * 1000;
      for (let no = 0; performance.now() < until; no += 1) {
        fill(`${ballast}-${no}`);
        await pause(250);
      }
      spawnSync('sh', ['-c', `rm -f '${ballast}'-*`]);
      await pause(3000);
    });
    const wasRefused = tally.putOff > 0;
    return {
      faults: [...faults, ...(wasRefused ? [] : ['the disk was full and nobody was told'])],
      told: `${roomMb} MB filled up for ${fullSeconds} s, ${lives} lives, ${tally.putOff} put off, ${tally.unheard} unheard`,
    };
  } finally {
    await fleet.stop();
  }
}

/** Takes what is left to the last block. */
function fill(path: string): void {
  const room = path.slice(0, path.lastIndexOf('/'));
  const { bavail, bsize } = statfsSync(room);
  const left = Number(bavail) * Number(bsize);
  if (left === 0) return;
  try {
    writeFileSync(path, Buffer.alloc(Math.min(left, 64 * megabyte)));
  } catch {
    // Others took it first.
  }
}
