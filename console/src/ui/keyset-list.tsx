import type { InfiniteData } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Ask } from './ask.tsx';
import { EmptyState } from './empty-state.tsx';
import { uiText } from './text.ts';

export interface KeysetPage<Row> {
  rows: Row[];
  next: string | null;
  shownCap: number;
}

export interface KeysetQuery<Row> {
  data: InfiniteData<KeysetPage<Row>> | undefined;
  error: Error | null;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
}

interface KeysetListProps<Row> {
  query: KeysetQuery<Row>;
  keyOf: (row: Row) => string;
  render: (row: Row) => ReactNode;
  label: string;
  empty?: string;
  /** What one row is counted in, where it is no order. */
  unit?: string;
}

export function rowsOf<Row>(data: InfiniteData<KeysetPage<Row>> | undefined): Row[] {
  return data?.pages.flatMap((page) => page.rows) ?? [];
}

interface FootProps<Row> {
  query: KeysetQuery<Row>;
  count: number;
  unit: string;
}

function Foot<Row>({ query, count, unit }: FootProps<Row>) {
  const first = query.data?.pages[0];
  const cap = first?.shownCap ?? 0;
  // A cap of one page is the page's own size, and pages go on.
  const isCapped = first !== undefined && cap > first.rows.length && count >= cap;
  if (!query.hasNextPage) return <p className="list-foot">{uiText.shownAll(count, unit)}</p>;
  if (isCapped) return <p className="list-foot">{uiText.capped(cap, unit)}</p>;
  return (
    <p className="list-foot">
      {uiText.shown(count, unit)}{' '}
      <Button size="small" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {uiText.more}
      </Button>
    </p>
  );
}

/** A list in keyset pages; the cap on what is shown is said, never hidden. */
export function KeysetList<Row>({
  query,
  keyOf,
  render,
  label,
  empty,
  unit,
}: KeysetListProps<Row>) {
  return (
    <Ask of={query}>
      {(data) => {
        const rows = rowsOf(data);
        // A search that looked at so much without a find goes on with the next page.
        if (rows.length === 0 && !query.hasNextPage)
          return <EmptyState words={empty ?? uiText.empty} />;
        return (
          <>
            <ul className="rows" aria-label={label}>
              {rows.map((row) => (
                <li key={keyOf(row)}>{render(row)}</li>
              ))}
            </ul>
            <Foot query={query} count={rows.length} unit={unit ?? uiText.orderUnit} />
          </>
        );
      }}
    </Ask>
  );
}
