import { officialZone } from '@minsheng/contract/words/zone.ts';

const siteLine =
  /^\s*([^,，\t]{2,60}?)\s*[,，\t]\s*(\d{2,3}(?:\.\d+)?)\s*[,，\t]\s*(\d{1,2}(?:\.\d+)?)\s*(?:[,，\t]\s*(\d{2,4}))?\s*$/;
const hoursLine = /^\s*(\d{4}-\d{2}-\d{2})\s+(\d{2}:\d{2})\s*[-–~至]\s*(\d{2}:\d{2})\s*$/;
const usualRadius = 500;

export interface Site {
  name: string;
  lng: number;
  lat: number;
  radius: number;
}

/** What was read, or the first line (from 1) that could not be. */
export type Lines<T> = { rows: T[] } | { badLine: number };

function readLines<T>(text: string, read: (line: string) => T | null): Lines<T> {
  const rows: T[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = read(line);
    if (row === null) return { badLine: at + 1 };
    rows.push(row);
  }
  return { rows };
}

/** 点位, as pasted from a sheet. */
export const readSites = (text: string): Lines<Site> =>
  readLines(text, (line) => {
    const [, name, lng, lat, radius] = siteLine.exec(line) ?? [];
    if (name === undefined || lng === undefined || lat === undefined) return null;
    const site = { name, lng: Number(lng), lat: Number(lat) };
    return { ...site, radius: radius === undefined ? usualRadius : Number(radius) };
  });

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: officialZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant as the city's clocks have it: 2026-06-07 09:00:00. */
export const cityClock = (at: number): string => clock.format(at);

/** What the city's clocks call so; null where there is no such time. */
function cityInstant(day: string, hour: string): Date | null {
  const asUtc = Date.parse(`${day}T${hour}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const ahead = Date.parse(`${cityClock(asUtc).replace(' ', 'T')}Z`) - asUtc;
  return new Date(asUtc - ahead);
}

/** 静音时段, in China's time. */
export const readHours = (text: string): Lines<{ from: string; to: string }> =>
  readLines(text, (line) => {
    const [, day, from, to] = hoursLine.exec(line) ?? [];
    if (day === undefined || from === undefined || to === undefined) return null;
    const [start, end] = [cityInstant(day, from), cityInstant(day, to)];
    if (start === null || end === null) return null;
    return { from: start.toISOString(), to: end.toISOString() };
  });
