import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { shortInstant } from '../../ui/format.ts';
import type { LineWords } from '../../ui/list-line.tsx';
import { type ReceivedRow, receivedQuery } from './clues.queries.ts';
import { ReceivedDetail } from './received-detail.tsx';
import { cluesText, receivedText as words } from './text.ts';

const route = getRouteApi('/clues');
const boxes = ['open', 'all'] as const;

const lineOf = (row: ReceivedRow): LineWords => ({
  title: `${row.no} ${row.subject}`,
  tags: (
    <>
      <span className="chip chip-plain">{words.state[row.state]}</span>
      {row.isLate && <span className="chip chip-alarm">{cluesText.late}</span>}
    </>
  ),
  meta: [
    row.kindName,
    row.place,
    row.areaName,
    row.receiptDueAt === null ? null : cluesText.receiptDue(shortInstant(row.receiptDueAt)),
  ],
});

/** 收到的线索 of a unit. */
export function ReceivedPage() {
  const navigate = route.useNavigate();
  const { box = 'open', clue } = route.useSearch();
  const list = useInfiniteQuery(receivedQuery(box));
  return (
    <BoxedPage
      text={words}
      box={box}
      onBox={(next) => navigate({ search: { box: next } })}
      tabs={boxes.map((name) => ({ name, label: words.boxes[name], count: null }))}
      acts={null}
      list={list}
      line={lineOf}
      open={clue}
      onOpen={(next) =>
        navigate({ search: { box, ...(next === undefined ? {} : { clue: next }) } })
      }
      detail={(id) => <ReceivedDetail key={id} clueId={id} />}
    />
  );
}
