import type { Context } from '../../../platform/context.ts';
import { dayAfter } from '../../../platform/zone.ts';
import { type Span, type SpanAsked, spanOf } from '../span.ts';

/** 'YYYY-MM' so many months later, or earlier. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, no = 1] = month.split('-').map(Number);
  const all = year * 12 + no - 1 + months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

/** First and last day of a month, or of the months from one to another. */
export const daysOf = (from: string, to: string): { from: string; to: string } => ({
  from: `${from}-01`,
  to: dayAfter(`${monthAfter(to, 1)}-01`, -1),
});

/** 统计月 as far as the person may see it: `indicators.not-yours` for somebody else's. */
export function monthSpan(
  ctx: Context,
  { month, ...scope }: { month: string } & Pick<SpanAsked, 'unit' | 'county'>,
): Promise<Span> {
  return spanOf(ctx, { ...daysOf(month, month), ...scope });
}
