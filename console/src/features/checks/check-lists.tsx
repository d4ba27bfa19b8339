import { checkReasonLabel, contest, exclusionLabel } from '@minsheng/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ExportButton } from '../../ui/export-button.tsx';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { MonthField } from '../../ui/month-field.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import {
  contestListQuery,
  exclusionsQuery,
  falseByUnitQuery,
  falseListQuery,
  guidanceListQuery,
} from './checks.queries.ts';
import { checkPageText } from './text.ts';

interface ListProps {
  open: string | undefined;
  choose: (orderId: string) => void;
}

function ByUnit() {
  const { data } = useQuery(falseByUnitQuery);
  if (data === undefined || data.units.length === 0) return null;
  return (
    <p className="gap-below">
      <span className="soft">{checkPageText.byUnit}:</span>{' '}
      {data.units.map(({ unit, count }) => checkPageText.times(unit.name, count)).join('、')}
    </p>
  );
}

export function FalseList({ state, open, choose }: ListProps & { state: 'open' | 'confirmed' }) {
  const list = useInfiniteQuery(falseListQuery(state));
  return (
    <>
      {state === 'confirmed' && <ByUnit />}
      <KeysetList
        query={list}
        label={checkPageText.listLabel}
        keyOf={({ order, foundAt }) => `${order.id} ${foundAt}`}
        empty={checkPageText.empty[state === 'open' ? 'false-open' : 'false-confirmed']}
        render={({ order }) => (
          <OrderLine row={order} isOpen={order.id === open} onOpen={() => choose(order.id)} />
        )}
      />
    </>
  );
}

export function ContestList({
  level,
  open,
  choose,
}: ListProps & { level: 'county' | 'city' | 'director' }) {
  const list = useInfiniteQuery(contestListQuery(level));
  return (
    <KeysetList
      query={list}
      label={checkPageText.listLabel}
      keyOf={({ order }) => order.id}
      empty={checkPageText.empty.contests}
      render={({ order }) => (
        <OrderLine row={order} isOpen={order.id === open} onOpen={() => choose(order.id)} />
      )}
    />
  );
}

interface ExclusionsProps extends ListProps {
  month: string;
  onMonth: (month: string) => void;
}

/** 剔除清单: how many of each code, and which orders. */
export function Exclusions({ month, onMonth, open, choose }: ExclusionsProps) {
  const list = useInfiniteQuery(exclusionsQuery(month));
  const counts = list.data?.pages[0]?.counts ?? [];
  return (
    <>
      <MonthField label={checkPageText.month} month={month} onMonth={onMonth} />
      <ExportButton
        path={contest.exportExclusionsPath}
        of={{ month }}
        name={checkPageText.tab.exclusions}
        help={checkPageText.exportHelp(month)}
      />
      {counts.length > 0 && (
        <p className="gap-below">
          <span className="soft">{checkPageText.byCode}:</span>{' '}
          {counts
            .map(({ code, count }) => checkPageText.times(`${code} ${exclusionLabel[code]}`, count))
            .join('、')}
        </p>
      )}
      <KeysetList
        query={list}
        label={checkPageText.listLabel}
        keyOf={({ order, at }) => `${order.id} ${at}`}
        empty={checkPageText.empty.exclusions}
        render={({ order }) => (
          <OrderLine row={order} isOpen={order.id === open} onOpen={() => choose(order.id)} />
        )}
      />
    </>
  );
}

/** 告知复核: the earliest due first, or the latest decided. */
export function GuidanceList({
  state,
  open,
  choose,
}: ListProps & { state: 'waiting' | 'decided' }) {
  const list = useInfiniteQuery(guidanceListQuery(state));
  return (
    <KeysetList
      query={list}
      label={checkPageText.listLabel}
      keyOf={({ order, check }) => `${order.id} ${check.no}`}
      empty={checkPageText.empty[state === 'waiting' ? 'guidance-waiting' : 'guidance-decided']}
      render={({ order, check }) => (
        <OrderLine
          row={order}
          isOpen={order.id === open}
          onOpen={() => choose(order.id)}
          hint={[
            checkReasonLabel[check.why],
            check.disposition,
            check.isLate ? checkPageText.late : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        />
      )}
    />
  );
}
