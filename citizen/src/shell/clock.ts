import { officialZone } from '@minsheng/contract/words/zone.ts';

/** The only reader of the phone's clock. What people see is the server's time: a phone may be minutes or years off. */
let aheadMs = 0;

function phoneNow(): number {
  return Date.now();
}

/** Told by the server: how far its clock is ahead of this phone's. */
export function setServerNow(at: string): void {
  const told = Date.parse(at);
  if (Number.isFinite(told)) aheadMs = told - phoneNow();
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

/** 2026年6月3日, from a calendar day or an instant's first ten characters. */
export function dayWords(day: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!found) return day;
  return `${Number(found[1])}年${Number(found[2])}月${Number(found[3])}日`;
}
