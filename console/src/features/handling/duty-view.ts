import type { handling, ReplyOf } from '@minsheng/contract';

export type DutyView = ReplyOf<typeof handling.dutyView>;

export interface DutyProps {
  duty: DutyView;
}

export const keyOf = ({ orderId, assignmentId }: DutyView) => ({ orderId, assignmentId });

const handedIn: readonly string[] = ['submitted', 'done', 'revoked'];

/** The unit's part is over: its clock has stopped. */
export const isHandedIn = (state: string): boolean => handedIn.includes(state);
