import { noticeChannelLabel, noticeStateLabel, notices, type ReplyOf } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { noticesPanelText as words } from './notices-text.ts';

const noticesQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['notices', 'of', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(notices.ofOrder, { orderId }, { signal }),
  });

/** 联系记录: what was sent about this order, and whether it arrived. */
export function NoticesPanel({ orderId }: { orderId: string }) {
  const { data } = useQuery(noticesQuery(orderId));
  if (!data || data.rows.length === 0) return null;
  return (
    <Panel title={words.title}>
      <details>
        <summary>{words.count(data.rows.length, data.rows.length >= data.shownCap)}</summary>
        <ul className="plain-list">
          {data.rows.map((row) => (
            <li key={row.id}>
              <NoticeLine row={row} />
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}

function NoticeLine({ row }: { row: ReplyOf<typeof notices.ofOrder>['rows'][number] }) {
  const isTroubled = row.state === 'failed' || row.state === 'uncertain';
  return (
    <>
      <p className="row-tags">
        <span className="chip chip-plain">{noticeChannelLabel[row.channel]}</span>
        <span className={`chip ${isTroubled ? 'chip-alarm' : 'chip-plain'}`}>
          {noticeStateLabel[row.state]}
        </span>
        <span>{words.to(row.unitName)}</span>
        <span className="soft">
          {row.notBefore === null
            ? fullInstant(row.at)
            : words.notBefore(fullInstant(row.notBefore))}
        </span>
        {row.receiptAt !== null && (
          <span className="soft">{words.receiptAt(fullInstant(row.receiptAt))}</span>
        )}
      </p>
      <p className="soft">{row.gist}</p>
    </>
  );
}
