import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { timelineQuery } from '../../ui/case.queries.ts';
import { shortInstant } from '../../ui/format.ts';
import { type DutyProps, lastSentBack } from './duty-view.ts';
import { sentBackText } from './text.ts';

/** 退回意见: who sent the answer back, when and why, above the form that is to put it right. */
export function SentBack({ duty }: DutyProps) {
  const { data } = useQuery(timelineQuery(duty.orderId));
  const last = lastSentBack(data?.rows ?? [], duty.sentAt);
  if (last === null) return null;
  const { reason, why } = last.facts;
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`${sentBackText[last.type]} · ${shortInstant(last.at)}`}
      description={[reason, why].filter(Boolean).join(':')}
    />
  );
}
