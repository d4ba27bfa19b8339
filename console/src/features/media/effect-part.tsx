import { type EffectBox, effectBoxes, effectBoxLabel, effectCountLabel } from '@minsheng/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { nowMs } from '../../shell/browser-clock.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dayText, shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EffectOrder } from './effect-order.tsx';
import { type Effect, effectOrdersQuery, effectQuery } from './media.queries.ts';
import { effectText as words } from './results-text.ts';
import { partText } from './text.ts';

const route = getRouteApi('/media');

const today = (): string => dayText(new Date(nowMs()).toISOString());

/** 成效: from stories to orders to results. */
export function EffectPart() {
  const { from = `${today().slice(0, 4)}-01-01`, until = today(), orders } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(effectQuery({ from, until }));
  const go = (to: { from?: string; until?: string; orders?: EffectBox }) =>
    navigate({ search: { part: 'effect', from, until, ...to } });
  return (
    <>
      <div className="page-title">
        <h1>{partText.effect}</h1>
      </div>
      <div className="inline gap-below">
        <DayField label={words.from} day={from} onDay={(day) => go({ from: day })} />
        <DayField label={words.until} day={until} onDay={(day) => go({ until: day })} />
      </div>
      <Ask of={found}>
        {(effect) => (
          <div className="stack">
            <Panel title={words.orders}>
              <p className="soft">{words.ordersHelp}</p>
              <div className="inline gap-below">
                {effectBoxes.map((box) => (
                  <Button
                    key={box}
                    type={box === orders ? 'primary' : 'default'}
                    onClick={() => go({ orders: box })}
                  >
                    {effectBoxLabel[box]} {effect.orders[box]}
                  </Button>
                ))}
              </div>
              {orders && <Orders period={{ from, until }} box={orders} />}
            </Panel>
            <Pieces effect={effect} />
            <Counts effect={effect} />
          </div>
        )}
      </Ask>
    </>
  );
}

function Orders({ period, box }: { period: { from: string; until: string }; box: EffectBox }) {
  return (
    <KeysetList
      key={box}
      query={useInfiniteQuery(effectOrdersQuery(period, box))}
      label={words.listLabel}
      keyOf={({ id }) => id}
      empty={words.none}
      unit={words.unit}
      render={(row) => <EffectOrder row={row} />}
    />
  );
}

function Counts({ effect: { counts, agrees, isCut } }: { effect: Effect }) {
  return (
    <Panel title={words.counts}>
      <DataTable
        heads={words.countHeads}
        rows={counts.map(({ what, count, fromLog }) => ({
          key: what,
          cells: [effectCountLabel[what], count, fromLog],
        }))}
      />
      <p role="status" className={agrees ? 'soft' : 'media-wrong'}>
        {agrees ? words.agrees : words.differs} {isCut && words.cut}
      </p>
    </Panel>
  );
}

function Pieces({ effect: { pieces, reads, shownCap } }: { effect: Effect }) {
  return (
    <Panel title={words.pieces}>
      {pieces.length === 0 ? (
        <EmptyState words={words.noPieces} />
      ) : (
        <DataTable
          heads={words.pieceHeads}
          rows={pieces.map((piece) => ({
            key: piece.id,
            cells: [
              `${piece.title}${piece.isWithdrawn ? words.withdrawn : ''}`,
              shortInstant(piece.publishedAt),
              piece.orders,
              piece.solved,
              piece.solvedAfter,
              piece.reads,
            ],
          }))}
        />
      )}
      <p className="soft">
        {words.reads(reads)} {words.shown(shownCap)}
      </p>
    </Panel>
  );
}
