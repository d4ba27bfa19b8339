import { noticeChannelLabel, noticeHoldLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { fullInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { type HeldNotice, heldQuery } from './notices.queries.ts';
import { noticesText as words } from './text.ts';

/** 推迟发送: nothing is lost, and everybody sees when it leaves. */
export function HeldPanel() {
  const list = useInfiniteQuery(heldQuery);
  return (
    <>
      <p className="soft gap-below">{words.heldHelp}</p>
      <KeysetList
        query={list}
        label={words.heldLabel}
        keyOf={({ id }) => id}
        empty={words.heldEmpty}
        unit={words.unit}
        render={(row) => <HeldLine row={row} />}
      />
    </>
  );
}

function HeldLine({ row }: { row: HeldNotice }) {
  return (
    <div className="panel">
      <p className="row-tags">
        <span className="chip chip-busy">{noticeChannelLabel[row.channel]}</span>
        <span className="chip chip-plain">{noticeHoldLabel[row.heldFor]}</span>
        <span className="mono">{words.to(row.to, row.unitName ?? '')}</span>
        <span>{words.notBefore(fullInstant(row.notBefore))}</span>
        <span className="soft">{words.madeAt(fullInstant(row.madeAt))}</span>
      </p>
      <p className="words">{row.gist}</p>
    </div>
  );
}
