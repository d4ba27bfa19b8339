import { type media, orderStatusLabel, type ReplyOf } from '@minsheng/contract';
import { shortInstant } from '../../ui/format.ts';
import { OrderName } from './order-name.tsx';
import { effectText as words } from './results-text.ts';

type Row = ReplyOf<typeof media.listEffectOrders>['rows'][number];

/** One order behind a number: its tip, its story, its end. */
export function EffectOrder({ row }: { row: Row }) {
  const { pieceNo, publishedAt, closedAt } = row;
  const story =
    pieceNo === null || publishedAt === null
      ? words.noStory
      : words.story(pieceNo, shortInstant(publishedAt));
  return (
    <div className="row media-promise">
      <p>
        <OrderName order={row} />{' '}
        <span className="chip chip-plain">{orderStatusLabel[row.status]}</span>{' '}
        {row.isSolved && <span className="chip chip-plain">{words.solved}</span>}
      </p>
      <p className="soft">
        {words.tip(row.tipNo)} · {story}
        {closedAt !== null && ` · ${words.closed(shortInstant(closedAt))}`}
      </p>
    </div>
  );
}
