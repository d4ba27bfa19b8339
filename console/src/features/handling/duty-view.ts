import type { handling, ReplyOf } from '@minsheng/contract';

export type DutyView = ReplyOf<typeof handling.dutyView>;

export interface DutyProps {
  duty: DutyView;
}

export const keyOf = ({ orderId, assignmentId }: DutyView) => ({ orderId, assignmentId });
