import { noticeChannelLabel, noticeStateLabel, notices } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useAct } from '../../shell/act.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { fullInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type TroubledNotice, troubledQuery } from './notices.queries.ts';
import { reasonWords, noticesText as words } from './text.ts';

/** 未送达: what was given up, or of which nobody knows; and carriers that are silent. */
export function TroubledPanel() {
  const list = useInfiniteQuery(troubledQuery);
  const [first] = list.data?.pages ?? [];
  return (
    <>
      <p className="soft gap-below">{words.troubledHelp}</p>
      {first?.silent.map(({ channel, since, error }) => (
        <Alert
          key={channel}
          className="gap-below"
          type="warning"
          showIcon
          title={words.silent(noticeChannelLabel[channel], fullInstant(since), reasonWords(error))}
        />
      ))}
      <KeysetList
        query={list}
        label={words.listLabel}
        keyOf={({ id }) => id}
        empty={words.empty}
        unit={words.unit}
        render={(row) => <TroubledLine row={row} maySettle={first?.can.settle ?? false} />}
      />
    </>
  );
}

function TroubledLine({ row, maySettle }: { row: TroubledNotice; maySettle: boolean }) {
  return (
    <div className="panel">
      <p className="row-tags">
        <span className="chip chip-busy">{noticeChannelLabel[row.channel]}</span>
        <span className="chip chip-alarm">{noticeStateLabel[row.state]}</span>
        <span className="mono">{words.to(row.to, row.unitName ?? '')}</span>
        <span className="soft">{words.tries(row.tries)}</span>
        <span className="soft">{words.madeAt(fullInstant(row.madeAt))}</span>
        {row.endedAt !== null && (
          <span className="soft">{words.endedAt(fullInstant(row.endedAt))}</span>
        )}
      </p>
      <p className="words">{row.gist}</p>
      <p>{words.why(reasonWords(row.error))}</p>
      <div className="inline">
        {maySettle && <Settle row={row} />}
        {row.orderId !== null && (
          <Link to="/orders/$orderId" params={{ orderId: row.orderId }}>
            {words.openOrder}
          </Link>
        )}
      </div>
    </div>
  );
}

function Settle({ row: { id: messageId, state } }: { row: TroubledNotice }) {
  const stale = ['notices'];
  const resend = useAct(notices.resend, { done: words.resent, stale });
  const drop = useAct(notices.drop, { done: words.dropped, stale, quiet: true });
  return (
    <>
      <ConfirmButton
        label={words.resend}
        help={state === 'uncertain' ? words.resendUncertain : words.resendFailed}
        isPending={resend.isPending}
        onSure={() => resend.mutate({ messageId })}
      />
      <ReasonButton
        label={words.drop}
        act={drop}
        input={(reason) => ({ messageId, reason })}
        needed
        fieldLabel={words.dropReason}
      />
    </>
  );
}
