import {
  orderStatusLabel,
  tipRefusalLabel,
  tipSourceLabel,
  tipStateLabel,
} from '@minsheng/contract';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import type { TipRow } from './media.queries.ts';
import { OrderName } from './order-name.tsx';
import { tipsText as words } from './text.ts';
import { TipActs, type TipActsProps } from './tip-acts.tsx';

/** 一条线索: where it came from, what was agreed to, and its end. */
export function TipDetail({ tip, mayWork, onEnded }: TipActsProps & { mayWork: boolean }) {
  const facts = [
    { label: words.from, value: `${tipSourceLabel[tip.source]} ${tip.sourceName}` },
    { label: words.ref, value: tip.sourceRef },
    { label: words.place, value: tip.address },
    { label: words.received, value: fullInstant(tip.receivedAt) },
    { label: words.consent, value: words.consents(tip.mayContact, tip.mayAppear, tip.consentHow) },
    ...(tip.contactDroppedAt === null
      ? []
      : [{ label: words.contact, value: words.dropped(shortInstant(tip.contactDroppedAt)) }]),
  ];
  return (
    <div className="stack">
      <Panel
        title={words.no(tip.no)}
        extra={
          <>
            <span className="chip chip-plain">{tipStateLabel[tip.state]}</span>
            {tip.isLate && <span className="chip chip-alarm">{words.late}</span>}
          </>
        }
      >
        {mayWork && <TipActs tip={tip} onEnded={onEnded} />}
        <blockquote className="words">{tip.content}</blockquote>
        <Facts facts={facts} />
        <p className="soft">
          {words.entered(tip.enteredBy, shortInstant(tip.enteredAt))}
          {tip.state === 'open' && ` · ${words.due(shortInstant(tip.dueAt))}`}
        </p>
      </Panel>
      {tip.end && <End end={tip.end} />}
    </div>
  );
}

function End({ end }: { end: NonNullable<TipRow['end']> }) {
  const { order, knowledge, refusal } = end;
  return (
    <Panel title={words.end}>
      {order && (
        <p>
          {words.order} <OrderName order={order} /> {orderStatusLabel[order.status]}
          {order.isSolved && ` ${words.solved}`}
        </p>
      )}
      {knowledge !== null && <p>{words.answered(knowledge)}</p>}
      {refusal !== null && <p>{tipRefusalLabel[refusal]}</p>}
      {end.toldAt !== null && <p>{words.told(shortInstant(end.toldAt))}</p>}
      {end.words !== '' && <blockquote className="words">{end.words}</blockquote>}
      <p className="soft">{words.endedBy(end.by, shortInstant(end.at))}</p>
    </Panel>
  );
}
