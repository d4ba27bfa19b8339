import type { Context } from '../../platform/context.ts';
import { dayEnd, dayOf, dayStart, isDay } from '../../platform/zone.ts';

/** 工单编号: area, day, serial (`350600-20260105-000123`). Gaps are allowed, waiting is not. */
export function orderNumber({ city, now }: Pick<Context, 'city' | 'now'>, serial: number): string {
  const day = dayOf(now.getTime(), city.zone).replaceAll('-', '');
  // The serial, not the day, makes the number unique.
  return `${city.code.slice(0, 6)}-${day}-${String(serial).padStart(6, '0')}`;
}

/** The instants between which an order of this number was written down; null when it is no order number. */
export function dayBounds(orderNo: string, zone: string): { from: Date; to: Date } | null {
  const match = /^\d{6}-(\d{4})(\d{2})(\d{2})-\d{6,}$/.exec(orderNo);
  if (!match) return null;
  const on = `${match[1]}-${match[2]}-${match[3]}`;
  if (!isDay(on)) return null;
  return { from: dayStart(on, zone), to: dayEnd(on, zone) };
}
