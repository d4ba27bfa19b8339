import type { ClueFigure } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShareBars } from '../../ui/share-bars.tsx';
import { figuresQuery } from './clues.queries.ts';
import { cluesText, figuresText as words } from './text.ts';

const route = getRouteApi('/clues');

interface Period {
  from: string;
  to: string;
}

/** 线索指标: each figure opens to the clues it counts. */
export function FiguresTab() {
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const period = {
    from: search.from ?? dayjs().startOf('year').format('YYYY-MM-DD'),
    to: search.to ?? dayjs().format('YYYY-MM-DD'),
  };
  const figures = useQuery(figuresQuery(period));
  const choose = (next: Partial<Period>) =>
    navigate({ search: { part: 'figures', ...period, ...next } });
  return (
    <div className="stack">
      <div className="inline no-print">
        <DayField label={words.from} day={period.from} onDay={(from) => choose({ from })} />
        <DayField label={words.to} day={period.to} onDay={(to) => choose({ to })} />
      </div>
      <Ask of={figures}>{(found) => <Figures found={found} period={period} />}</Ask>
      <p className="soft">{words.note}</p>
    </div>
  );
}

type Found = NonNullable<ReturnType<typeof useFigures>['data']>;
const useFigures = (period: Period) => useQuery(figuresQuery(period));

function Figures({ found, period }: { found: Found; period: Period }) {
  const { receipts, feedback } = found;
  const open = (figure: ClueFigure, said: string) => (
    <Open figure={figure} period={period}>
      {said}
    </Open>
  );
  const figures = [
    { label: words.clues, value: open('clues', words.count(found.clues)) },
    { label: words.filed, value: open('filed', words.rate(found.filed, found.clues)) },
    { label: words.verified, value: open('verified', words.rate(found.verified, found.clues)) },
    { label: words.receipts, value: open('receipt-due', words.rate(receipts.kept, receipts.due)) },
    { label: words.late, value: open('receipt-late', words.count(receipts.late)) },
    { label: words.feedback, value: open('named', words.rate(feedback.told, feedback.named)) },
    { label: words.toTell, value: open('to-tell', words.people(feedback.toTell)) },
    { label: words.anonymous, value: open('anonymous', words.people(feedback.anonymous)) },
    { label: words.penalty, value: open('filed', cluesText.yuan(found.penaltyFen)) },
  ];
  return (
    <>
      <dl className="clue-figures">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Panel title={words.byKind}>
        {found.byKind.length === 0 ? (
          <p className="soft">{words.noClues}</p>
        ) : (
          <ShareBars
            label={words.byKind}
            keys={words.byKindKeys}
            bars={found.byKind.map(({ kind, kindName, clues, filed }) => ({
              key: kind,
              name: kindName,
              whole: clues,
              part: filed,
              words: (
                <Open figure="clues" period={period} kind={kind}>
                  {words.byKindWords(filed, clues)}
                </Open>
              ),
            }))}
          />
        )}
      </Panel>
    </>
  );
}

interface OpenProps {
  figure: ClueFigure;
  period: Period;
  kind?: string;
  children: ReactNode;
}

function Open({ figure, period, kind, children }: OpenProps) {
  const search = {
    part: 'list' as const,
    figure,
    ...period,
    ...(kind === undefined ? {} : { kind }),
  };
  return (
    <Link to="/clues" search={search}>
      {children}
    </Link>
  );
}
