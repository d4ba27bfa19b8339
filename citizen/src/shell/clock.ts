import { officialZone } from '@minsheng/contract/words/zone.ts';
import { kept } from './kept.ts';

/** The only reader of the phone's clock. What people see is the server's time: a phone may be minutes or years off. */
/** Kept, so that a page opened where there is no net still knows it. */
const keptAhead = kept<number>('local', 'clock.ahead.1');
let aheadMs = keptAhead.read() ?? 0;

/** What this phone believes; kept as it is and put right when it is sent. */
export function phoneNow(): number {
  return Date.now();
}

/** Told by the server: how far its clock is ahead of this phone's. */
export function setServerNow(at: string): void {
  const told = Date.parse(at);
  if (!Number.isFinite(told)) return;
  aheadMs = told - phoneNow();
  keptAhead.write(aheadMs);
}

let isVirtual = false;

/** Every reply carries the time it was sent; only a virtual clock, asked for by name, knows better. */
export function hearDateHeader(date: string | null): void {
  if (date !== null && !isVirtual) setServerNow(date);
}

export function followVirtualClock(at: string): void {
  isVirtual = true;
  setServerNow(at);
}

export function serverNow(): number {
  return phoneNow() + aheadMs;
}

/** An instant written down by this phone (a photo's time), put right by the server's clock. */
export function instantOfPhone(phoneMs: number): string {
  return new Date(phoneMs + aheadMs).toISOString();
}

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: officialZone,
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 6月3日 14:05, in the city's zone. */
export function momentWords(at: string): string {
  const found = new Map(parts.formatToParts(Date.parse(at)).map((part) => [part.type, part.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return `${get('month')}月${get('day')}日 ${get('hour')}:${get('minute')}`;
}

const stampParts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: officialZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** 2026-06-03 14:05:09, as it is drawn on a photo. */
export function stampWords(at: string): string {
  const found = new Map(
    stampParts.formatToParts(Date.parse(at)).map((part) => [part.type, part.value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  const day = `${get('year')}-${get('month')}-${get('day')}`;
  return `${day} ${get('hour')}:${get('minute')}:${get('second')}`;
}

/** 2026年6月3日, from a calendar day or an instant's first ten characters. */
export function dayWords(day: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!found) return day;
  return `${Number(found[1])}年${Number(found[2])}月${Number(found[3])}日`;
}
