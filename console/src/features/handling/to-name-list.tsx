import type { desk, ReplyOf } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { dutiesToNameQuery } from '../../ui/desk.queries.ts';
import { DueChip } from '../../ui/due-chip.tsx';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { NameReadersButton } from '../../ui/name-readers.tsx';
import { RoleTag } from '../../ui/tags.tsx';
import { handlingText } from './text.ts';

type Row = ReplyOf<typeof desk.dutiesToName>['rows'][number];

function Waiting({ row }: { row: Row }) {
  return (
    <div className="row row-plain">
      <span className="row-title">{handlingText.toName}</span>
      <span className="row-tags">
        <RoleTag role={row.role} />
        <DueChip dueAt={row.signDueAt} label={handlingText.signLabel} />
        <DueChip dueAt={row.dueAt} label={handlingText.finishLabel} />
      </span>
      <span className="row-meta">
        {row.unit.name} · {shortInstant(row.sentAt)}
      </span>
      <NameReadersButton
        orderId={row.orderId}
        assignmentId={row.assignmentId}
        unitCode={row.unit.code}
        named={[]}
      />
    </div>
  );
}

/** 待指定专人: the leader sees that it waits and since when, and names; what it is about is for whoever is named. */
export function ToNameList() {
  const list = useInfiniteQuery(dutiesToNameQuery);
  return (
    <>
      <p className="soft gap-below">{handlingText.toNameHelp}</p>
      <KeysetList
        query={list}
        label={handlingText.listLabel}
        keyOf={(row) => row.assignmentId}
        empty={handlingText.empty['unit-to-name']}
        render={(row) => <Waiting row={row} />}
      />
    </>
  );
}
