import type { Context } from '../../platform/context.ts';
import { workingCalendar } from '../calendar/index.ts';
import { type DayOn, type Days, type DayTraits, traitReader, unannounced } from './day-traits.ts';

/** The days of the city by its own calendar. */
export async function cityTraits(ctx: Context): Promise<(on: DayOn) => DayTraits> {
  const calendar = await workingCalendar(ctx);
  const days: Days = {
    note: (on) => {
      const { kind, name, isKnown } = calendar.day(on);
      if (!isKnown) return unannounced(on);
      if (kind === 'holiday') return { kind: 'off', name: name ?? '' };
      return kind === 'make-up' ? { kind: 'work', name: name ?? '' } : null;
    },
  };
  return traitReader(days);
}
