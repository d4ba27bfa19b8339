import type { TimeBand } from '@minsheng/contract/words/call-back.ts';
import { cityHour } from '../organisation/index.ts';

/** 时段: morning until 12, afternoon until 18, evening after; by the city's clock. */
export function bandAt(at: Date, zone: string): TimeBand {
  const { time } = cityHour(at, zone);
  if (time < '12:00') return 'morning';
  return time < '18:00' ? 'afternoon' : 'evening';
}
