import type { Store } from './store/database.ts';
import { readSetting, writeSetting } from './store/settings.repo.ts';

/** The machine's own time: pauses between tries, signatures. Nothing a case says of itself. */
export const realMs = (): number => Date.now();
export const realSeconds = (): number => Math.floor(realMs() / 1000);

const minuteMs = 60_000;
const zoneHours = 8;

/** What the cases go by: the real time, or as far from it as a story moved it. */
export function storyTime(store: Store): string {
  const shift = Number(readSetting(store, 'clock-shift-ms') ?? '0');
  return inZone(realMs() + shift);
}

export function moveStoryTime(store: Store, to: string): void {
  writeSetting(store, 'clock-shift-ms', String(Date.parse(to) - realMs()));
}

/** An instant as the police of a city write it: local, with its offset. */
function inZone(ms: number): string {
  const local = new Date(ms + zoneHours * 60 * minuteMs).toISOString().slice(0, 19);
  return `${local}+0${zoneHours}:00`;
}

/** The day a message belongs to is the day its sender wrote on it, so that both sides count it on the same one. */
export const dayOf = (at: string): string => inZone(Date.parse(at)).slice(0, 10);
