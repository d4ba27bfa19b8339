import dayjs from 'dayjs';
import { nowMs } from '../../shell/browser-clock.ts';
import { dayText } from '../../ui/format.ts';

/** The month the city is in. */
export const thisMonth = (): string => dayText(dayjs(nowMs()).toISOString()).slice(0, 7);

/** First and last day of a month. */
export function daysOf(month: string): { from: string; to: string } {
  const from = `${month}-01`;
  return { from, to: dayjs(from).endOf('month').format('YYYY-MM-DD') };
}
