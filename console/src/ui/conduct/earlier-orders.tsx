import { type conduct, type ReplyOf, solvedAnswerLabel } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { StatusTag } from '../tags.tsx';
import { conductText } from './text.ts';

type Earlier = ReplyOf<typeof conduct.readMark>['earlier'];

/** 以前的诉求解决了没有, before anybody is called malicious. */
export function EarlierOrders({ earlier }: { earlier: Earlier }) {
  return (
    <>
      <p className={earlier.unsolved === 0 ? 'soft' : ''}>
        <strong>{conductText.earlier(earlier.unsolved)}</strong>
        <br />
        <span className="soft">{conductText.warnings(earlier.warnings)}</span>
      </p>
      {earlier.orders.length === 0 && <p className="soft">{conductText.noEarlier}</p>}
      <ul className="plain-list">
        {earlier.orders.map((one) => (
          <li key={one.orderId}>
            <Link to="/orders/$orderId" params={{ orderId: one.orderId }} target="_blank">
              {one.title}
            </Link>{' '}
            <StatusTag status={one.status} />{' '}
            <span className="soft">
              {one.isOpen
                ? conductText.open
                : one.solved === null
                  ? conductText.notAsked
                  : solvedAnswerLabel[one.solved]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
