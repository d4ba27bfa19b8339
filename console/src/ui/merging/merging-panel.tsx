import { isUrgent, merging, type ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { shortInstant } from '../format.ts';
import type { OrderPageView } from '../order-facts.tsx';
import { Panel } from '../panel.tsx';
import { ReasonButton } from '../reason-button.tsx';
import { StatusTag } from '../tags.tsx';
import { MergeInto } from './merge-into.tsx';
import { mergingQuery, staleAfterMerging } from './merging.queries.ts';
import { mergingText } from './text.ts';

type Merging = ReplyOf<typeof merging.readMerging>;

function TakeOut({ orderId }: { orderId: string }) {
  const act = useAct(merging.unmergeOrder, {
    done: mergingText.leftOut,
    stale: staleAfterMerging,
    quiet: true,
  });
  return (
    <ReasonButton
      label={mergingText.out}
      help={mergingText.outHelp}
      needed
      act={act}
      input={(reason) => ({ orderId, reason })}
    />
  );
}

function Master({ order, found }: { order: OrderPageView; found: Merging }) {
  if (order.status !== 'merged' && found.master === null) return null;
  return (
    <p>
      {found.master === null ? mergingText.hiddenMaster : mergingText.master}
      {found.master !== null && (
        <Link className="mono" to="/orders/$orderId" params={{ orderId: found.master.orderId }}>
          {found.master.orderNo}
        </Link>
      )}
    </p>
  );
}

function Members({ found }: { found: Merging }) {
  if (found.members === 0) return null;
  const hidden = found.members - found.rows.length;
  return (
    <>
      <p>{mergingText.members(found.members, found.people)}</p>
      <ul className="plain-list">
        {found.rows.map((one) => (
          <li key={one.orderId}>
            <Link to="/orders/$orderId" params={{ orderId: one.orderId }}>
              {one.title}
            </Link>{' '}
            <StatusTag status={one.status} />
            <span className="soft">
              {' '}
              <span className="mono">{one.orderNo}</span> · {shortInstant(one.mergedAt)}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="soft">{mergingText.hidden(hidden)}</p>}
    </>
  );
}

/** 并单: what an order is handled with, or which are handled with it. Where there is nothing to say or to do, nothing. */
export function MergingPanel({ order }: { order: OrderPageView }) {
  const { data: found } = useQuery(mergingQuery(order.id));
  const may = useMay();
  if (found === undefined) return null;
  const mayJoin =
    may('dispatch.send') &&
    (order.status === 'to-dispatch' || order.status === 'in-progress') &&
    !isUrgent(order.urgency) &&
    order.secrecy < 3 &&
    order.round === 0 &&
    found.members === 0;
  const isAlone = found.master === null && found.members === 0;
  if (isAlone && !mayJoin) return null;
  return (
    <Panel
      title={mergingText.title}
      extra={
        <>
          {mayJoin && <MergeInto order={order} />}
          {found.mayUnmerge && <TakeOut orderId={order.id} />}
        </>
      }
    >
      <Master order={order} found={found} />
      <Members found={found} />
      {isAlone && <p className="soft">{mergingText.none}</p>}
    </Panel>
  );
}
