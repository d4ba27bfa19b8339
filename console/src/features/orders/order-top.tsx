import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { fullInstant, shortInstant } from '../../ui/format.ts';
import { OrderDue } from '../../ui/order-due.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { AutoSentTag, SecrecyTag, StatusTag, TypeTag, UrgencyTag } from '../../ui/tags.tsx';
import { uiText } from '../../ui/text.ts';
import { RepeatNotice } from './repeat-notice.tsx';
import { orderText } from './text.ts';

/** Title, stage and holder: who has it in hand now, at one glance. */
export function OrderTop({ order, actions }: { order: OrderPageView; actions: ReactNode }) {
  const { holder } = order;
  return (
    <section className="panel order-top" aria-label={order.title}>
      <header className="order-head">
        <h1>{order.title}</h1>
        <p className="row-tags">
          <UrgencyTag urgency={order.urgency} />
          <TypeTag type={order.type} />
          <StatusTag status={order.status} />
          <SecrecyTag secrecy={order.secrecy} />
          <AutoSentTag isAutoSent={order.isAutoSent} />
          <OrderDue order={order} />
          <span className="soft mono">{order.orderNo}</span>
          {order.repeatNo > 0 && <span className="soft">{uiText.repeat(order.repeatNo + 1)}</span>}
          {order.round > 0 && <span className="soft">{orderText.round(order.round)}</span>}
        </p>
        <p>
          <span className="soft">{orderText.holder}:</span>
          <strong>
            {orderText.holderWords(
              holder.label,
              holder.unit?.name ?? '',
              shortInstant(holder.since),
            )}
          </strong>
          {order.promiseAt !== null && (
            <span className="soft">
              {' '}
              · {orderText.promise} {fullInstant(order.promiseAt)}
            </span>
          )}
        </p>
      </header>
      <RepeatNotice order={order} />
      {order.acceptedByRule && <Alert type="warning" showIcon title={orderText.byRule} />}
      {order.destroyedAt !== null && (
        <p role="status">{orderText.destroyed(fullInstant(order.destroyedAt))}</p>
      )}
      {order.archiveSeal !== null && (
        <p className="soft seal">{orderText.sealed(order.archiveSeal)}</p>
      )}
      {actions}
    </section>
  );
}
