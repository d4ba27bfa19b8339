import { ratingLabel, ratings, solvedAnswerLabel, solvedAnswers } from '@minsheng/contract';
import { shortInstant } from '../../ui/format.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { orderText } from './text.ts';

type CallBack = OrderPageView['callBacks'][number];
type FollowUp = OrderPageView['followUps'][number];

function ratingWord(rating: string | null): string {
  const known = ratings.find((one) => one === rating);
  return known === undefined ? '' : ratingLabel[known];
}

function solvedWord(solved: string | null): string {
  const known = solvedAnswers.find((one) => one === solved);
  return known === undefined ? '' : solvedAnswerLabel[known];
}

function wordsOf(one: CallBack): string {
  if (!one.reached) return orderText.callBackNotReached;
  return [
    orderText.callBackReached,
    solvedWord(one.solved),
    one.processRating === null
      ? ''
      : `${orderText.callBackProcess} ${ratingWord(one.processRating)}`,
    one.resultRating === null ? '' : `${orderText.callBackResult} ${ratingWord(one.resultRating)}`,
    one.reason,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

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
            <span className="soft">{shortInstant(one.at)}</span> {wordsOf(one)}
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
