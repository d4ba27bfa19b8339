import { Link } from '@tanstack/react-router';

/** 工单号, and the way there for whoever may open it. */
export function OrderName({
  order: { id, orderNo, mayOpen },
}: {
  order: { id: string; orderNo: string; mayOpen: boolean };
}) {
  if (!mayOpen) return <span>{orderNo}</span>;
  return (
    <Link to="/orders/$orderId" params={{ orderId: id }}>
      {orderNo}
    </Link>
  );
}
