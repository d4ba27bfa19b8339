import { brokenMigration } from './broken-migration.ts';
import { clockBack } from './clock-back.ts';
import { cutUploads } from './cut-uploads.ts';
import { fullDisk } from './full-disk.ts';
import { jumpingClock } from './jumping-clock.ts';
import { type Ground, type Played, underLoad } from './rounds.ts';

export interface Scenario {
  readonly name: string;
  play(ground: Ground): Promise<Played>;
}

/** 有名字的麻烦: each alone, after the kills at random. */
export const scenarios: readonly Scenario[] = [
  { name: 'database-gone', play: databaseGone },
  { name: 'cut-upload', play: cutUploads },
  { name: 'full-disk', play: fullDisk },
  { name: 'clock-jump', play: jumpingClock },
  { name: 'clock-back', play: clockBack },
  { name: 'half-migration', play: brokenMigration },
];

const goneMs = 60_000;

/** The database is away for a minute: nobody is told yes, nobody waits for long, and everything goes on afterwards. */
async function databaseGone(ground: Ground): Promise<Played> {
  const longest = { ms: 0 };
  const { faults, tally, lives } = await underLoad(ground, async () => {
    await ground.fleet.withoutDatabase(async () => {
      const until = performance.now() + goneMs;
      while (performance.now() < until) {
        const from = performance.now();
        const { status } = await fetch(`${ground.fleet.url}/api/health`);
        if (status !== 503) throw new Error(`health said ${status} without a database`);
        longest.ms = Math.max(longest.ms, performance.now() - from);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    });
  });
  const told = `${goneMs / 1000} s away, ${lives} lives, ${tally.putOff} put off; the longest answer took ${longest.ms.toFixed(0)} ms`;
  return { faults, told };
}
