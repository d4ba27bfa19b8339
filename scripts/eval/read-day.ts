import { dayAfter, isDay } from '../../server/src/platform/zone.ts';

export interface ReadTime {
  readonly on: string;
  /** Null where the cell tells a day only. */
  readonly hour: number | null;
}

const stamp = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]+(\d{1,2})[::时](\d{1,2}))?/;
const dense = /^\s*(\d{4})(\d{2})(\d{2})(?:(\d{2})\d{4})?\s*$/;
const american = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[\sT]+(\d{1,2})[::](\d{1,2}))?/;
/** What a sheet keeps of a date whose cell was never formatted. */
const serial = /^\s*([34]\d{4})(\.\d+)?\s*$/;

/** `2020/1/7 9:12:33`, `2020-01-07T09:12`, `2020年1月7日 9时12分`, `20200107`, a sheet's day number; null for anything else. */
export function readTime(cell: string): ReadTime | null {
  const days = serial.exec(cell);
  if (days) {
    const part = Number(`0${days[2] ?? ''}`);
    const hour = days[2] === undefined ? null : Math.floor(part * 24);
    return { on: dayAfter('1899-12-30', Number(days[1])), hour };
  }
  const named = stamp.exec(cell) ?? dense.exec(cell);
  if (named) return timeOf([named[1], named[2], named[3]], named[4]);
  const turned = american.exec(cell);
  return turned ? timeOf([turned[3], turned[1], turned[2]], turned[4]) : null;
}

function timeOf(
  parts: readonly (string | undefined)[],
  hours: string | undefined,
): ReadTime | null {
  const on = parts.map((part) => (part ?? '').padStart(2, '0')).join('-');
  if (!isDay(on)) return null;
  const hour = hours === undefined ? null : Number(hours);
  return { on, hour: hour !== null && hour < 24 ? hour : null };
}
