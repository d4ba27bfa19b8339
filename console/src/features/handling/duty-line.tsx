import type { shapes } from '@minsheng/contract';
import type { z } from 'zod';
import { DueChip } from '../../ui/due-chip.tsx';
import { shortInstant } from '../../ui/format.ts';
import {
  AutoSentTag,
  RoleTag,
  SecrecyTag,
  StateTag,
  SupervisedTag,
  TypeTag,
  UrgencyTag,
} from '../../ui/tags.tsx';
import { isHandedIn } from './duty-view.ts';
import { handlingText } from './text.ts';

type DutyRow = z.output<typeof shapes.assignmentRow>;

interface DutyLineProps {
  row: DutyRow;
  isOpen: boolean;
  onOpen: () => void;
}

/** One duty of this unit or of a unit below it. */
export function DutyLine({ row, isOpen, onOpen }: DutyLineProps) {
  const waitsForSign = row.state === 'sent';
  return (
    <div className={`row${isOpen ? ' is-open' : ''}${row.urgency === 'U1' ? ' is-alarm' : ''}`}>
      <button type="button" className="row-main" aria-current={isOpen} onClick={onOpen}>
        <span className="row-title">{row.title}</span>
        <span className="row-tags">
          <UrgencyTag urgency={row.urgency} />
          <TypeTag type={row.type} />
          <RoleTag role={row.role} />
          <StateTag state={row.state} />
          <SecrecyTag secrecy={row.secrecy} />
          <AutoSentTag isAutoSent={row.isAutoSent} />
          <SupervisedTag level={row.supervised} />
          {waitsForSign && <DueChip dueAt={row.signDueAt} label={handlingText.signLabel} />}
          <DueChip dueAt={row.stageReportDueAt} label={handlingText.stageReportLabel} />
          {!isHandedIn(row.state) && <DueChip dueAt={row.dueAt} label={handlingText.finishLabel} />}
        </span>
        <span className="row-meta">
          {[row.matterName, row.areaName, row.address].filter((part) => part !== '').join(' · ')}
        </span>
        <span className="row-meta">
          {row.orderNo} · {row.unit.name} · {shortInstant(row.sentAt)}
        </span>
      </button>
    </div>
  );
}
