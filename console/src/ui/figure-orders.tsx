import { type CellPart, cellParts, type FigureKey, indicators } from '@minsheng/contract';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { call } from '../shell/call.ts';
import { KeysetList } from './keyset-list.tsx';
import { OrderLine } from './order-row.tsx';
import { figureText as t } from './text.ts';

interface FigureOrdersProps {
  /** Days of the city, both counted; a unit counts with all units below it. */
  span: { from: string; to: string; unit?: string };
  figure: FigureKey;
  part: CellPart;
  onPart: (part: CellPart) => void;
}

/** 看工单: which orders a figure is made of, above the line, below it or left out. */
export function FigureOrders({ span, figure, part, onPart }: FigureOrdersProps) {
  const navigate = useNavigate();
  const cell = useInfiniteQuery(cellQuery(span, figure, part));
  const hidden = cell.data?.pages.reduce((sum, page) => sum + page.hidden, 0) ?? 0;
  return (
    <section>
      <h3>{t.orders}</h3>
      <Segmented<CellPart>
        className="gap-below"
        aria-label={t.orders}
        value={part}
        options={cellParts.map((value) => ({ value, label: t.part[value] }))}
        onChange={onPart}
      />
      <KeysetList
        query={cell}
        keyOf={(row) => row.id}
        label={t.orders}
        empty={t.noOrders}
        render={(row) => (
          <OrderLine
            row={row}
            isOpen={false}
            showsStatus
            onOpen={() => navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
          />
        )}
      />
      {hidden > 0 && <p className="soft">{t.hidden(hidden)}</p>}
    </section>
  );
}

const cellQuery = (span: FigureOrdersProps['span'], figure: FigureKey, part: CellPart) =>
  infiniteQueryOptions({
    queryKey: ['scorecard', 'cell', span, figure, part],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam };
      return call(indicators.openCell, { ...span, figure, part, ...cursor }, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
