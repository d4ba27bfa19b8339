import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { orderText } from './text.ts';

/** For whoever decides what becomes of it. */
const isUndecided = ({ status }: OrderPageView): boolean =>
  status === 'to-accept' || status === 'to-dispatch';

/** 重复诉求: told before; what that means for the order told of first. */
export function RepeatNotice({ order }: { order: OrderPageView }) {
  const first = order.related.find(({ relation }) => relation === 'repeat-of');
  if (!first || first.meaning === null || !isUndecided(order)) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={
        <>
          {orderText.repeats[first.meaning]}
          <Link to="/orders/$orderId" params={{ orderId: first.orderId }}>
            {first.orderNo}
          </Link>
        </>
      }
    />
  );
}
