import { answeringStateLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { fullInstant } from '../../ui/format.ts';
import type { LineWords } from '../../ui/list-line.tsx';
import { PlanDay } from './day-acts.tsx';
import { DayDetail } from './day-detail.tsx';
import { type DayRow, daysQuery } from './media.queries.ts';
import { daysText as words } from './results-text.ts';

const route = getRouteApi('/media');

const lineOf = (row: DayRow): LineWords => ({
  title: row.leader,
  tags: (
    <>
      <span className="chip chip-plain">{answeringStateLabel[row.state]}</span>
      {row.promisesOpen > 0 && (
        <span className="chip chip-strong">{words.open(row.promisesOpen)}</span>
      )}
    </>
  ),
  meta: [fullInstant(row.startsAt), row.unit.name, words.counts(row.calls, row.promises)],
});

/** 领导接听日: planned, answered, and what was promised. */
export function DaysPart() {
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(daysQuery);
  const choose = (next?: string) => navigate({ search: { part: 'days', open: next } });
  return (
    <BoxedPage
      text={words}
      box="all"
      onBox={() => choose()}
      tabs={[{ name: 'all', label: words.all, count: null }]}
      acts={list.data?.pages[0]?.can.plan === true && <PlanDay onPlanned={choose} />}
      list={list}
      line={lineOf}
      open={open}
      onOpen={choose}
      detail={(id) => <DayDetail key={id} dayId={id} />}
    />
  );
}
