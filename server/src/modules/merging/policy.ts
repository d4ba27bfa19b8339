import { isUrgent, type OrderStatus, orderStatusLabel } from '@minsheng/contract/words/order.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { isFree, permitted } from '../dispatch/index.ts';
import { type Order, standsBefore } from '../orders/index.ts';

/** Nobody has answered it yet. */
const unanswered: readonly OrderStatus[] = [
  'to-dispatch',
  'in-progress',
  'in-dispute',
  'need-info',
  'suspended',
  'parked',
];

/** 主办工单: its answer goes to others as well, so nothing of it may be secret. */
export const mayTakeIn = (actor: Actor, master: Order): Decision =>
  all(
    permitted(actor, 'dispatch.send'),
    allowIf(unanswered.includes(master.status), 'merging.master-over', {
      status: orderStatusLabel[master.status],
    }),
    allowIf(master.secrecy === 0 && master.type !== 'JB', 'merging.master-secret'),
  );

/** 并入: what needs hurry, other people or another place is handled by itself. */
export function mayJoin(actor: Actor, master: Order, member: Order, now: Date): Decision {
  const about = { orderNo: member.order_no };
  return all(
    allowIf(member.id !== master.id, 'merging.itself'),
    standsBefore(member, 'merge'),
    isFree(actor, member, now),
    allowIf(!isUrgent(member.urgency), 'merging.urgent', about),
    allowIf(member.secrecy < 3, 'merging.named-readers', about),
    allowIf(member.round === 0, 'merging.redone', about),
    allowIf(countyOf(member) === countyOf(master), 'merging.other-county', about),
  );
}

const countyOf = ({ area_code }: Order): string => area_code.slice(0, 6);

export const mayUnmerge = (actor: Actor, member: Order): Decision =>
  all(permitted(actor, 'dispatch.send'), standsBefore(member, 'unmerge'));
