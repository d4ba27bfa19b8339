import { officialZone } from '@minsheng/contract';
import { nowMs } from '../shell/browser-clock.ts';
import { clockText } from './text.ts';

const minuteOf = new Intl.DateTimeFormat('zh-CN', {
  timeZone: officialZone,
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const fullOf = new Intl.DateTimeFormat('zh-CN', {
  timeZone: officialZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const dayOf = new Intl.DateTimeFormat('zh-CN', {
  timeZone: officialZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** 06-18 21:40; with its year when that is another one. */
export function shortInstant(iso: string): string {
  const yearOf = (atMs: number) => fullOf.format(atMs).slice(0, 4);
  const at = Date.parse(iso);
  return yearOf(at) === yearOf(nowMs()) ? minuteOf.format(at).replace('/', '-') : fullInstant(iso);
}

/** 2026-06-18 21:40 */
export function fullInstant(iso: string): string {
  return fullOf.format(Date.parse(iso)).replace(/\//g, '-');
}

export function dayText(iso: string): string {
  return dayOf.format(Date.parse(iso)).replace(/\//g, '-');
}

/** A span in the two largest units a person thinks in. */
export function spanText(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const days = Math.floor(whole / 1440);
  const hours = Math.floor((whole % 1440) / 60);
  const rest = whole % 60;
  if (days > 0)
    return hours > 0 ? `${clockText.days(days)} ${clockText.hours(hours)}` : clockText.days(days);
  if (hours > 0)
    return rest > 0
      ? `${clockText.hours(hours)} ${clockText.minutes(rest)}`
      : clockText.hours(hours);
  return clockText.minutes(rest);
}

/** Office hours: a day of them has no fixed length, so they are never called days. */
export function officeSpanText(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return clockText.minutes(rest);
  return rest > 0 ? `${clockText.hours(hours)} ${clockText.minutes(rest)}` : clockText.hours(hours);
}

/** How long somebody rings or talks: by the second while that says something. */
export function callSpanText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return clockText.seconds(seconds);
  if (seconds >= 3600) return spanText(seconds / 60);
  return `${clockText.minutes(Math.floor(seconds / 60))} ${clockText.seconds(seconds % 60)}`;
}

export function bytesText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
