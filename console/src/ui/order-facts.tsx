import { channelLabel, type orders, type ReplyOf } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Facts } from './facts.tsx';
import { FileGrid } from './file-grid.tsx';
import { fullInstant } from './format.ts';
import { OrderDue } from './order-due.tsx';
import { InfoRequests, Supplements } from './requester-words.tsx';
import { AutoSentTag, SecrecyTag, StatusTag, TypeTag, UrgencyTag } from './tags.tsx';
import { orderFactsText, uiText } from './text.ts';

export type OrderPageView = ReplyOf<typeof orders.orderPage>;

/** The head of an order wherever it is worked on. */
export function OrderHead({ order }: { order: OrderPageView }) {
  return (
    <header className="order-head">
      <h2>{order.title}</h2>
      <p className="row-tags">
        <UrgencyTag urgency={order.urgency} />
        <TypeTag type={order.type} />
        <StatusTag status={order.status} />
        <SecrecyTag secrecy={order.secrecy} />
        <AutoSentTag isAutoSent={order.isAutoSent} />
        <OrderDue order={order} />
        <span className="soft mono">{order.orderNo}</span>
        <Link to="/orders/$orderId" params={{ orderId: order.id }}>
          {uiText.openOrder}
        </Link>
      </p>
    </header>
  );
}

/** 因何紧急: what was heard by rule and what it reads like, each with its words. */
const whyUrgentWords = ({ whyUrgent }: OrderPageView): string | null =>
  whyUrgent.length === 0
    ? null
    : whyUrgent
        .map(({ name, words, by }) => orderFactsText.becauseOf[by](name, words.join('、')))
        .join(';');

/** What was asked, where and when: the part every stage reads first. */
export function OrderFacts({ order }: { order: OrderPageView }) {
  const appealFiles = order.files.filter((file) => file.purpose === 'appeal');
  return (
    <>
      <p className="words appeal">{order.content}</p>
      <Facts
        facts={[
          { label: orderFactsText.whyUrgent, value: whyUrgentWords(order) },
          { label: orderFactsText.demand, value: order.demand },
          { label: orderFactsText.matter, value: order.matterName },
          { label: orderFactsText.area, value: order.areaName },
          { label: orderFactsText.address, value: order.address },
          { label: orderFactsText.subject, value: order.subjectName },
          {
            label: orderFactsText.happenedAt,
            value: order.happenedAt === null ? null : fullInstant(order.happenedAt),
          },
          { label: orderFactsText.channel, value: channelLabel[order.channel] },
          { label: orderFactsText.acceptedAt, value: fullInstant(order.acceptedAt) },
          {
            label: orderFactsText.promiseAt,
            value: order.promiseAt === null ? null : fullInstant(order.promiseAt),
          },
          ...order.fields.map((field) => ({ label: field.label, value: field.value })),
          { label: orderFactsText.answer, value: order.answer },
          {
            label: orderFactsText.supplements,
            value: order.supplements.length === 0 ? null : <Supplements rows={order.supplements} />,
          },
          {
            label: orderFactsText.files,
            value: appealFiles.length === 0 ? null : <FileGrid files={appealFiles} />,
          },
        ]}
      />
      <InfoRequests rows={order.infoRequests} />
    </>
  );
}
