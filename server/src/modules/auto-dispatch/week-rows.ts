import type { autoDispatch as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { WeekCount } from './counts.repo.ts';
import { daysBefore } from './days.ts';

type Week = ReplyOf<typeof contract.readPage>['weeks'][number];

/** 逐周: the oldest week first; a week in which nothing came to be dispatched has no row. */
export function weekRows(counts: readonly WeekCount[]): Week[] {
  const byWeek = Map.groupBy(counts, ({ weekOn }) => weekOn);
  return [...byWeek].map(([from, of]) => {
    const sum = (what: string) => of.find((one) => one.what === what)?.count ?? 0;
    const ended = (what: 'sure' | 'sent') => ({
      right: sum(`${what}-right`),
      of: sum(`${what}-right`) + sum(`${what}-wrong`),
    });
    return {
      from,
      to: daysBefore(from, -6),
      proposed: sum('proposed'),
      sure: sum('sure'),
      sureEnded: ended('sure'),
      sent: sum('sent'),
      sentEnded: ended('sent'),
    };
  });
}
