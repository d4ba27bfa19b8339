import {
  clueBoxes,
  clueBoxLabel,
  clueFigureLabel,
  clueResultLabel,
  clueStateLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../shell/session.ts';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { shortInstant } from '../../ui/format.ts';
import type { LineWords } from '../../ui/list-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ClueDetail } from './clue-detail.tsx';
import { type ClueRow, cluesQuery, type Listed } from './clues.queries.ts';
import { MarkForm } from './mark-clue.tsx';
import { CluesParts } from './parts.tsx';
import type { CluesSearch } from './search.ts';
import { markText, cluesText as words } from './text.ts';

const route = getRouteApi('/clues');

const lineOf = (row: ClueRow): LineWords => ({
  title: `${row.no} ${row.subject}`,
  tags: (
    <>
      <span className="chip chip-plain">
        {row.result === null ? clueStateLabel[row.state] : clueResultLabel[row.result]}
      </span>
      {row.isLate && <span className="chip chip-alarm">{words.late}</span>}
      {row.counted > 1 && <span className="chip chip-plain">{words.counted(row.counted)}</span>}
    </>
  ),
  meta: [
    row.kindName,
    row.place,
    row.areaName,
    row.unit?.name ?? null,
    row.receiptDueAt === null ? null : words.receiptDue(shortInstant(row.receiptDueAt)),
  ],
});

/** A figure that was opened lists exactly what it counts, in every box. */
function listedBy({ tab = 'work', figure, kind, from, to }: CluesSearch): Listed {
  if (figure === undefined) return { box: tab };
  return {
    box: 'all',
    figure,
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** 线索列表 of the centre. */
export function ClueList() {
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [marking, setMarking] = useState(false);
  const { tab = 'work', figure, from = '', to = '' } = search;
  const list = useInfiniteQuery(cluesQuery(listedBy(search)));
  const open = (clue: string | undefined) => {
    const { clue: _, ...rest } = search;
    return navigate({ search: clue === undefined ? rest : { ...rest, clue } });
  };
  return (
    <BoxedPage
      text={words}
      box={figure === undefined ? tab : 'all'}
      onBox={(next) => navigate({ search: { tab: next } })}
      tabs={clueBoxes.map((name) => ({ name, label: clueBoxLabel[name], count: null }))}
      acts={
        <div>
          <CluesParts part="list" />
          {may('clues.lead') && (
            <Button onClick={() => setMarking(!marking)} aria-expanded={marking}>
              {markText.button}
            </Button>
          )}
          {marking && (
            <Panel title={markText.button}>
              <p className="soft gap-below">{markText.help}</p>
              <MarkForm
                draft={null}
                onMarked={(clueId) => {
                  setMarking(false);
                  navigate({ search: { tab: 'work', clue: clueId } });
                }}
              />
            </Panel>
          )}
        </div>
      }
      notice={
        figure !== undefined && (
          <p className="soft gap-below">
            {words.figureNote(clueFigureLabel[figure], from, to)}{' '}
            <Button size="small" onClick={() => navigate({ search: { tab: 'all' } })}>
              {words.clearFigure}
            </Button>
          </p>
        )
      }
      list={list}
      line={lineOf}
      open={search.clue}
      onOpen={open}
      detail={(id) => <ClueDetail key={id} clueId={id} />}
    />
  );
}
