import { askedWords } from '../../ui/asked-words.ts';
import { shortInstant } from '../../ui/format.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { orderText } from './text.ts';

type FollowUp = OrderPageView['followUps'][number];

function foundWord({ doneAt, stillSolved }: FollowUp): string {
  if (doneAt === null || stillSolved === null) return orderText.followUpOpen;
  return stillSolved ? orderText.followUpStill : orderText.followUpAgain;
}

/** 回访与复查. */
export function CallBackPanel({ order }: { order: OrderPageView }) {
  return (
    <Panel title={orderText.callBacks}>
      {order.callBacks.length === 0 && <p className="soft">{orderText.noCallBacks}</p>}
      <ul className="plain-list">
        {order.callBacks.map((one) => (
          <li key={one.at}>
            <span className="soft">{shortInstant(one.at)}</span> {askedWords(one)}
          </li>
        ))}
      </ul>
      {order.followUps.length > 0 && (
        <>
          <h3 className="sub-title">{orderText.followUps}</h3>
          <ul className="plain-list">
            {order.followUps.map((one) => (
              <li key={one.id}>
                {orderText.followUpWords(one.dueOn, foundWord(one), one.repeatsSince)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
