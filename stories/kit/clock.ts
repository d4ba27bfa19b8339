import { z } from 'zod';
import { patientPost } from './patient-post.ts';

/** The virtual clock of a story's server, moved through its own address. */
export interface StoryClock {
  now(): Promise<Date>;
  /** Lives that long: every alarm fires at its own instant. Answers how many fired. */
  advance(minutes: number): Promise<number>;
  advanceTo(at: Date): Promise<number>;
  /** The next time it is 'HH:MM' in China. */
  advanceToHour(hour: string): Promise<number>;
}

const moved = z.object({
  now: z.iso.datetime(),
  fired: z.number(),
  left: z.number().default(0),
  failed: z.union([z.number(), z.array(z.unknown()).transform((jobs) => jobs.length)]),
});
const read = z.object({ now: z.iso.datetime() });

const dayMs = 86_400_000;
const zoneMs = 8 * 3_600_000;

export function storyClock(url: string): StoryClock {
  const now = async () => {
    const response = await fetch(`${url}/api/clock`);
    return new Date(read.parse(await response.json()).now);
  };
  const advanceTo = async (at: Date) => {
    const { isOk, body } = await patientPost(`${url}/api/clock/advance`, { to: at.toISOString() });
    if (!isOk) throw new Error(`The clock did not move: ${JSON.stringify(body)}`);
    const { fired, failed, left } = moved.parse(body);
    if (failed > 0 || left > 0)
      throw new Error(`Work was left undone on the way: ${JSON.stringify(body)}`);
    return fired;
  };
  return {
    now,
    advanceTo,
    advance: async (minutes) =>
      advanceTo(new Date((await now()).getTime() + Math.round(minutes * 60_000))),
    advanceToHour: async (hour) => {
      const from = await now();
      const day = new Date(from.getTime() + zoneMs).toISOString().slice(0, 10);
      const at = Date.parse(`${day}T${hour}:00+08:00`);
      return advanceTo(new Date(at > from.getTime() ? at : at + dayMs));
    },
  };
}

export const minutesBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 60_000;

export const after = (at: string | Date, minutes: number): string =>
  new Date(new Date(at).getTime() + minutes * 60_000).toISOString();
