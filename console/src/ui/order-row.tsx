import type { shapes } from '@minsheng/contract';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { shortInstant } from './format.ts';
import { OrderDue } from './order-due.tsx';
import { AutoSentTag, SecrecyTag, StatusTag, SupervisedTag, TypeTag, UrgencyTag } from './tags.tsx';
import { uiText } from './text.ts';

export type OrderRow = z.output<typeof shapes.orderRow>;

interface OrderRowProps {
  row: OrderRow;
  isOpen: boolean;
  onOpen: () => void;
  /** Where the list itself says the stage, the tag would only be noise. */
  showsStatus?: boolean;
  /** What this list alone says about the row. */
  hint?: string | null;
  before?: ReactNode;
  after?: ReactNode;
}

function Hints({ row, hint }: { row: OrderRow; hint: string | null }) {
  const hints = [
    hint,
    row.repeatNo > 0 ? uiText.repeat(row.repeatNo + 1) : null,
    row.appealsInIssue > 1 ? uiText.appealsInIssue(row.appealsInIssue) : null,
    row.claimedBy === null ? null : uiText.claimedBy(row.claimedBy),
  ].filter((one) => one !== null);
  if (hints.length === 0) return null;
  return <span className="row-hints">{hints.join(' · ')}</span>;
}

/** One order in a desk's list: what, where, how urgent, how long left. */
export function OrderLine({
  row,
  isOpen,
  onOpen,
  showsStatus,
  hint,
  before,
  after,
}: OrderRowProps) {
  return (
    <div className={`row${isOpen ? ' is-open' : ''}${row.urgency === 'U1' ? ' is-alarm' : ''}`}>
      {before}
      <button type="button" className="row-main" aria-current={isOpen} onClick={onOpen}>
        <span className="row-title">{row.title}</span>
        <span className="row-tags">
          <UrgencyTag urgency={row.urgency} />
          <TypeTag type={row.type} />
          {showsStatus === true && <StatusTag status={row.status} />}
          <SecrecyTag secrecy={row.secrecy} />
          <AutoSentTag isAutoSent={row.isAutoSent} />
          <SupervisedTag level={row.supervised} />
          <OrderDue order={row} />
        </span>
        <span className="row-meta">
          {[row.matterName, row.areaName, row.address].filter((part) => part !== '').join(' · ')}
        </span>
        <span className="row-meta">
          {row.orderNo} · {shortInstant(row.acceptedAt)}
          {row.leadUnit === null ? '' : ` · ${row.leadUnit.name}`}
        </span>
        <Hints row={row} hint={hint ?? null} />
      </button>
      {after}
    </div>
  );
}
