import {
  pieceBoxes,
  pieceBoxLabel,
  pieceKindLabel,
  pieceStateLabel,
  reviewStepLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { shortInstant } from '../../ui/format.ts';
import type { LineWords } from '../../ui/list-line.tsx';
import { type PieceRow, piecesQuery } from './media.queries.ts';
import { PieceDetail } from './piece-detail.tsx';
import { piecesText as words } from './text.ts';
import { WritePiece } from './write-piece.tsx';

const route = getRouteApi('/media');

const lineOf = (row: PieceRow): LineWords => ({
  title: row.title,
  tags: (
    <>
      <span className="chip chip-plain">{pieceKindLabel[row.kind]}</span>
      <span className="chip chip-plain">{pieceStateLabel[row.state]}</span>
      {row.next && (
        <span className="chip chip-strong">{words.next(reviewStepLabel[row.next])}</span>
      )}
      {row.isSentBack && <span className="chip chip-alarm">{words.sentBack}</span>}
    </>
  ),
  meta: [row.no === null ? null : words.no(row.no), row.writtenBy, shortInstant(row.writtenAt)],
});

/** 稿件: written, signed by three, public. */
export function PiecesPart() {
  const { pieces: box = 'to-sign', open } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(piecesQuery(box));
  const choose = (next?: string) =>
    navigate({ search: { part: 'pieces', pieces: box, open: next } });
  return (
    <BoxedPage
      text={words}
      box={box}
      onBox={(next) => navigate({ search: { part: 'pieces', pieces: next } })}
      tabs={pieceBoxes.map((name) => ({ name, label: pieceBoxLabel[name], count: null }))}
      acts={list.data?.pages[0]?.can.work === true && <WritePiece onWritten={choose} />}
      list={list}
      line={lineOf}
      open={open}
      onOpen={choose}
      detail={(id) => <PieceDetail key={id} pieceId={id} />}
    />
  );
}
