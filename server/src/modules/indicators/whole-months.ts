import type { Context } from '../../platform/context.ts';
import { dayOf, dayStart } from '../../platform/zone.ts';
import { monthAfter } from './scorecard/month-span.ts';
import type { Span } from './span.ts';

export interface Parts {
  /** 'YYYY-MM-01'. */
  readonly months: string[];
  /** What lies before the first and after the last of them. */
  readonly edges: Span[];
}

/** 整月和零头: whole months are read from the sums, the days beside them from the facts. */
export function partsOf({ city }: Context, span: Span): Parts {
  const start = (month: string) => dayStart(`${month}-01`, city.zone);
  const monthOf = (at: Date) => dayOf(at.getTime(), city.zone).slice(0, 7);
  const own = monthOf(span.from);
  const first = start(own).getTime() === span.from.getTime() ? own : monthAfter(own, 1);
  const end = monthOf(span.until);
  const months: string[] = [];
  for (let month = first; month < end; month = monthAfter(month, 1)) months.push(`${month}-01`);
  if (months.length === 0) return { months, edges: [span] };
  const edges = [
    { ...span, until: start(first) },
    { ...span, from: start(end) },
  ];
  return { months, edges: edges.filter(({ from, until }) => from < until) };
}
