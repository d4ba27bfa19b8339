import {
  basisKindLabel,
  orderStatusLabel,
  pieceKindLabel,
  pieceStateLabel,
  reviewStepLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ScanFound } from '../../ui/scan-found.tsx';
import { type Piece, pieceQuery } from './media.queries.ts';
import { OrderName } from './order-name.tsx';
import { PieceActs } from './piece-acts.tsx';
import { piecesText as words } from './text.ts';

/** 一篇稿件: its words, what the scan finds, who signed, and from it to orders and results. */
export function PieceDetail({ pieceId }: { pieceId: string }) {
  const found = useQuery(pieceQuery(pieceId));
  return (
    <Ask of={found}>
      {(piece) => (
        <div className="stack">
          <Words piece={piece} />
          {piece.signs.length > 0 && <Signs piece={piece} />}
          <Trace piece={piece} />
        </div>
      )}
    </Ask>
  );
}

function Words({ piece }: { piece: Piece }) {
  const { withdrawn, reason } = piece;
  return (
    <Panel
      title={piece.title}
      extra={
        <>
          <span className="chip chip-plain">{pieceKindLabel[piece.kind]}</span>
          <span className="chip chip-plain">{pieceStateLabel[piece.state]}</span>
          {piece.isSentBack && <span className="chip chip-alarm">{words.sentBack}</span>}
        </>
      }
    >
      <PieceActs piece={piece} />
      {withdrawn && (
        <p role="status">
          {words.withdrawn(shortInstant(withdrawn.at), withdrawn.by, withdrawn.reason)}
        </p>
      )}
      <p className="media-words">{piece.words}</p>
      {piece.clipUrl !== null && (
        <p>
          {words.clip} {piece.clipUrl} {piece.showsPerson && words.shows}
        </p>
      )}
      {reason !== null && (
        <p>
          {words.correction}:{reason}
        </p>
      )}
      <ScanFound found={piece.scan} saysClean />
      <p className="soft">
        {words.by(piece.writtenBy, shortInstant(piece.writtenAt), piece.wordsNo)}
        {piece.no !== null && ` ${words.no(piece.no)} ${words.reads(piece.reads)}`}
      </p>
    </Panel>
  );
}

function Signs({ piece }: { piece: Piece }) {
  return (
    <Panel title={words.signs}>
      <ul className="plain-list">
        {piece.signs.map((sign) => (
          <li key={`${sign.wordsNo}${sign.step}`}>
            <strong>{reviewStepLabel[sign.step]}</strong>{' '}
            {sign.agreed ? words.agreed : words.refused} {sign.by} {shortInstant(sign.at)}:
            {sign.words}
            {sign.isOld && words.old(sign.wordsNo)}
          </li>
        ))}
      </ul>
      {piece.corrections.length > 0 && <h3>{words.corrections}</h3>}
      <ul className="plain-list">
        {piece.corrections.map(({ at, reason }) => (
          <li key={at}>
            {shortInstant(at)} {reason}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type TracedOrder = Piece['orders'][number];

function Trace({ piece }: { piece: Piece }) {
  return (
    <Panel title={words.trace}>
      <p>
        {words.basis}:
        {piece.basis.map(({ kind, label }) => `${basisKindLabel[kind]} ${label}`).join(';')}
      </p>
      {piece.orders.length > 0 && (
        <DataTable
          heads={words.traceHeads}
          rows={piece.orders.map((order) => ({
            key: order.id,
            cells: [
              <OrderName key="no" order={order} />,
              order.tipNo === null ? words.noTip : words.tipNo(order.tipNo),
              `${orderStatusLabel[order.status]}${order.isAccepted ? '' : words.notAccepted}`,
              resultOf(order),
              consentOf(order),
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function resultOf({ isSolved, closedAt }: TracedOrder): string {
  if (!isSolved) return words.notSolved;
  return closedAt === null ? words.solvedOnly : words.solved(shortInstant(closedAt));
}

function consentOf({ mayAppear }: TracedOrder): string {
  if (mayAppear === null) return '';
  return mayAppear ? words.yes : words.no_;
}
