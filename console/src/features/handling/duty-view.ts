import type { handling, orders, ReplyOf } from '@minsheng/contract';

export type DutyView = ReplyOf<typeof handling.dutyView>;

export interface DutyProps {
  duty: DutyView;
}

export const keyOf = ({ orderId, assignmentId }: DutyView) => ({ orderId, assignmentId });

const handedIn: readonly string[] = ['submitted', 'done', 'revoked', 'returned'];

/** The unit's part is over: its clock has stopped. */
export const isHandedIn = (state: string): boolean => handedIn.includes(state);

type Row = ReplyOf<typeof orders.timeline>['rows'][number];

const sendingBack = [
  'handling.sign-off-refused',
  'handling.reply-rejected',
  'call-back.redone',
] as const;
export type SendingBack = (typeof sendingBack)[number];

/** The last time somebody sent this duty's answer back; a redo makes the duty at the same instant. */
export function lastSentBack(
  rows: readonly Row[],
  dutySentAt: string,
): (Row & { type: SendingBack }) | null {
  const isSentBack = (row: Row): row is Row & { type: SendingBack } =>
    sendingBack.some((type) => type === row.type) && row.at >= dutySentAt;
  return rows.filter(isSentBack).at(-1) ?? null;
}
