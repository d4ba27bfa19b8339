import { appealTypeLabel, channelLabel, orderStatusLabel, urgencyLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { nowMs } from '../../shell/browser-clock.ts';
import { Ask } from '../../ui/ask.tsx';
import { AssignmentList } from '../../ui/assignment-list.tsx';
import { orderQuery, timelineQuery } from '../../ui/case.queries.ts';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant } from '../../ui/format.ts';
import { cityQuery } from '../../ui/ground.queries.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import './orders.css';
import './sheet.css';
import { sheetText } from './text.ts';
import { TimelineList } from './timeline-panel.tsx';

const route = getRouteApi('/orders/$orderId/sheet');

function OrderPart({ order }: { order: OrderPageView }) {
  return (
    <Facts
      facts={[
        { label: sheetText.orderNo, value: order.orderNo },
        { label: sheetText.status, value: orderStatusLabel[order.status] },
        { label: sheetText.type, value: appealTypeLabel[order.type] },
        { label: sheetText.urgency, value: urgencyLabel[order.urgency] },
        { label: sheetText.matter, value: order.matterName },
        { label: sheetText.area, value: order.areaName },
        { label: sheetText.address, value: order.address },
        { label: sheetText.channel, value: channelLabel[order.channel] },
        { label: sheetText.acceptedAt, value: fullInstant(order.acceptedAt) },
        { label: sheetText.dueAt, value: order.dueAt === null ? null : fullInstant(order.dueAt) },
        { label: sheetText.content, value: order.content },
        { label: sheetText.demand, value: order.demand },
        ...order.fields.map((field) => ({ label: field.label, value: field.value })),
      ]}
    />
  );
}

function AnswerPart({ order }: { order: OrderPageView }) {
  if (order.replies.length === 0) return null;
  return (
    <>
      <h2>{sheetText.replies}</h2>
      {order.replies.map((reply) => (
        <p key={`${reply.assignmentId}${reply.at}`} className="words">
          {reply.unitName}({fullInstant(reply.at)}):{reply.publicAnswer}
        </p>
      ))}
    </>
  );
}

/** 工单单据: one order on paper, without its requester. */
export function SheetPage() {
  const { orderId } = route.useParams();
  const order = useQuery(orderQuery(orderId));
  const timeline = useQuery(timelineQuery(orderId));
  const { data: city } = useQuery(cityQuery);
  return (
    <Ask of={order}>
      {(found) => (
        <article className="sheet">
          <p className="inline no-print">
            <Button type="primary" onClick={() => window.print()}>
              {sheetText.print}
            </Button>
            <Link to="/orders/$orderId" params={{ orderId }}>
              {sheetText.back}
            </Link>
          </p>
          <h1>{sheetText.title(city?.hotlineName ?? '')}</h1>
          <OrderPart order={found} />
          {found.assignments.length > 0 && (
            <>
              <h2>{sheetText.assignments}</h2>
              <AssignmentList assignments={found.assignments} />
            </>
          )}
          <AnswerPart order={found} />
          <h2>{sheetText.timeline}</h2>
          <Ask of={timeline}>{({ rows }) => <TimelineList rows={rows} />}</Ask>
          <p className="soft">
            {sheetText.printedAt(fullInstant(new Date(nowMs()).toISOString()))}
          </p>
        </article>
      )}
    </Ask>
  );
}
