import type { Context } from '../../platform/context.ts';
import { cityHour, cityWords } from '../organisation/index.ts';

export interface DayFacts {
  /** 'YYYY-MM-DD' in the city. */
  on: string;
  isNight: boolean;
  isExamDay: boolean;
}

/** 昼夜与考试日: by the city's own hours. */
export async function dayFacts(ctx: Context, at: Date): Promise<DayFacts> {
  const { facts } = await cityWords(ctx);
  const { on, time } = cityHour(at, ctx.city.zone);
  const { from, to } = facts.night;
  const isNight = from < to ? from <= time && time < to : time >= from || time < to;
  return {
    on,
    isNight,
    isExamDay: facts.examDays.some((days) => days.from <= on && on <= days.to),
  };
}
