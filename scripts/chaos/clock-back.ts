import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Fleet, startFleet } from './fleet.ts';
import { peopleOf } from './lives.ts';
import { calmTraces, type Ground, type Played, underLoad } from './rounds.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const preload = new URL('./shifted-date.mjs', import.meta.url).href;

/**
 * The clock of all programs goes back an hour, then two days, and then right again, under load, and each is killed while
 * it is wrong: nobody is signed out, no number and no message is given twice, and what fell due in between is done once.
 */
export async function clockBack(): Promise<Played> {
  const room = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-chaos-back-'));
  const file = join(room, 'shift');
  const shift = (ms: number) => writeFileSync(file, String(ms));
  shift(0);
  const env = { NODE_OPTIONS: `--import=${preload}`, CHAOS_SHIFT_FILE: file };
  const fleet = await startFleet(() => undefined, room, env);
  try {
    const people = await peopleOf(fleet);
    const expected = await calmTraces(fleet, people);
    // Lived in peace while the clock was wrong: what was due meanwhile is done once when it is right again.
    const livedAt = async (ms: number) => {
      shift(ms);
      await pause(300);
      return calmTraces(fleet, people, async () => {
        shift(0);
        await pause(300);
      });
    };
    const alsoRight = [await livedAt(-hourMs), await livedAt(-2 * dayMs)];
    const ground: Ground = { fleet, people, expected, alsoRight };
    const seen: number[] = [];
    const look = async () => void seen.push(await shiftSeen(fleet));
    const { faults, tally, lives } = await underLoad(ground, async () => {
      await pause(1500);
      shift(-hourMs);
      await pause(2500);
      await look();
      fleet.kill('worker');
      await pause(1500);
      fleet.kill('web');
      await pause(2500);
      shift(-2 * dayMs);
      // Once the killed one is there again, and a while of lives after that.
      await look();
      await pause(2500);
      fleet.kill('other worker');
      fleet.kill('database');
      await pause(3000);
      await look();
      shift(0);
      await pause(2500);
      await look();
    });
    faults.push(...numbersOutOfTurn(await orderNumbers(fleet)));
    if (tally.acknowledged === 0) faults.push('nothing was done');
    const hours = seen.map((ms) => Math.round(ms / hourMs));
    if (hours.join() !== '-1,-48,-48,0')
      faults.push(`the clock did not go back: ${hours.join()} h`);
    return {
      faults,
      told: `back an hour and two days, killed 4 times, ${lives} lives, ${tally.acknowledged} heard, ${tally.putOff} put off`,
    };
  } finally {
    await fleet.stop();
    rmSync(room, { recursive: true, force: true });
  }
}

/** How far the program's clock is from the machine's: asked until it answers. */
async function shiftSeen({ url, runtime }: Fleet): Promise<number> {
  for (let tries = 0; tries < 900; tries += 1) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    const now = answer?.ok ? Object(await answer.json()).now : null;
    if (typeof now === 'string') return new Date(now).getTime() - runtime.clock.now().getTime();
    await pause(100);
  }
  return Number.NaN;
}

async function orderNumbers({ runtime }: Fleet): Promise<string[]> {
  const { rows } = await runtime.db.pool.query<{ no: string }>(
    'select order_no as no from orders.order order by order_no',
  );
  return rows.map(({ no }) => no);
}

/** Of each day they count up, none is given twice, whatever the clock did between two of them. */
function numbersOutOfTurn(numbers: readonly string[]): string[] {
  const faults: string[] = [];
  const last = new Map<string, number>();
  for (const no of numbers) {
    const day = no.slice(0, -6);
    const count = Number(no.slice(-6));
    if (count <= (last.get(day) ?? 0)) faults.push(`number twice: ${no}`);
    last.set(day, count);
  }
  return faults;
}
