import { mechanismMomentLabel } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Figure, MechanismPage } from './mechanisms.queries.ts';
import type { mechanismsSearch } from './search.ts';
import { figuresText as words } from './text.ts';

type Search = z.output<typeof mechanismsSearch>;

/** 成效: every number opens to its orders. */
export function FiguresTab({ page }: { page: MechanismPage }) {
  return (
    <div className="stack">
      <Panel title={words.sums}>
        <ul className="mechanism-sums">
          <Sum label={words.orders} value={page.orders} page={page} part="all" />
          <Sum label={words.open} value={page.open} page={page} part="open" />
          <Sum
            label={words.cameBack}
            value={page.cameBack}
            of={page.solved}
            page={page}
            part="came-back"
          />
          <Sum label={words.repeats} value={page.repeats} page={page} part="repeats" />
        </ul>
      </Panel>
      <Panel title={words.figures}>
        <DataTable
          heads={words.heads}
          rows={page.figures.map((figure) => ({
            key: figure.code,
            cells: [
              figure.name,
              valueWords(figure),
              <Behind key="b" page={page} figure={figure} />,
            ],
          }))}
        />
      </Panel>
      <Times page={page} />
    </div>
  );
}

interface SumProps {
  label: string;
  value: number;
  of?: number;
  page: MechanismPage;
  part: NonNullable<Search['part']>;
}

function Sum({ label, value, of, page, part }: SumProps) {
  return (
    <li>
      <ToOrders page={page} search={{ part }}>
        <b>{of === undefined ? words.count(value) : words.of(value, of)}</b>
      </ToOrders>
      <span>{label}</span>
    </li>
  );
}

interface ToOrdersProps {
  page: MechanismPage;
  search: Partial<Search>;
  children: ReactNode;
}

function ToOrders({ page: { code, from, until }, search, children }: ToOrdersProps) {
  return (
    <Link to="/mechanisms" search={{ code, from, until, tab: 'orders', ...search }}>
      {children}
    </Link>
  );
}

function Behind({ page, figure }: { page: MechanismPage; figure: Figure }) {
  const { code, orders, among } = figure;
  const missed = among === null ? 0 : among - orders;
  return (
    <span className="inline">
      <ToOrders page={page} search={{ part: 'in', figure: code }}>
        {words.count(orders)}
      </ToOrders>
      {missed > 0 && (
        <ToOrders page={page} search={{ part: 'out', figure: code }}>
          {words.missed(missed)}
        </ToOrders>
      )}
    </span>
  );
}

function valueWords({ unit, value, orders, among }: Figure): string {
  if (value === null) return words.none;
  switch (unit) {
    case 'fen':
      return words.yuan(value);
    case 'hours':
      return words.hours(value, orders);
    case 'share':
      return words.share(value, orders, among ?? orders);
    case 'orders':
      return words.count(value);
    case 'number':
      return String(value);
    default:
      return unit satisfies never;
  }
}

function Times({ page }: { page: MechanismPage }) {
  return (
    <Panel title={words.times}>
      <DataTable
        heads={words.timeHeads}
        rows={page.times.map(({ from, to, here, ordinary }) => ({
          key: `${from} ${to}`,
          cells: [
            words.span(mechanismMomentLabel[from], mechanismMomentLabel[to]),
            words.hours(here.hours, here.orders),
            words.hours(ordinary.hours, ordinary.orders),
          ],
        }))}
      />
      <p className="soft">
        {page.ordinaryMatters.length === 0
          ? words.noOrdinary
          : words.timesOf(page.ordinaryMatters.join('、'))}
      </p>
    </Panel>
  );
}
