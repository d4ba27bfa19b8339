import { handling, removalKindLabel } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Alert, Checkbox } from 'antd';
import { call } from '../../shell/call.ts';
import { useSettled } from '../../ui/settled.ts';
import { reviewText } from './text.ts';

const settledMs = 600;

const checkQuery = (orderId: string, publicAnswer: string) =>
  queryOptions({
    queryKey: ['review-personal', orderId, publicAnswer],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => call(handling.checkAnswer, { orderId, publicAnswer }, { signal }),
  });

/** What in the answer names a person; known once somebody stops typing, and about just these words; never when asking failed. */
export function usePersonal(orderId: string, answer: string) {
  const settled = useSettled(answer, settledMs);
  const check = useQuery({ ...checkQuery(orderId, settled), enabled: settled !== '' });
  return {
    found: check.data?.found ?? [],
    isKnown: settled === answer && check.isSuccess,
    error: check.error,
  };
}

interface PersonalCheckProps {
  found: ReturnType<typeof usePersonal>['found'];
  isSeen: boolean;
  onSeen: (isSeen: boolean) => void;
}

/** 脱敏提醒: the requester will read it; whoever lets it out says that it may go. */
export function PersonalCheck({ found, isSeen, onSeen }: PersonalCheckProps) {
  if (found.length === 0) return null;
  const named = found.map(({ kind, words }) =>
    reviewText.personalOne(removalKindLabel[kind], words),
  );
  return (
    <Alert
      className="gap-below"
      type="warning"
      title={reviewText.personal(named.join('、'))}
      description={
        <Checkbox checked={isSeen} onChange={(event) => onSeen(event.target.checked)}>
          {reviewText.personalSeen}
        </Checkbox>
      }
    />
  );
}
