import type {
  AppealType,
  Channel,
  OrderStatus,
  SecrecyLevel,
  Urgency,
} from '@minsheng/contract/words/order.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '../../platform/db.types.gen.ts';

type Row = Selectable<DB['orders.order']>;

/** 工单 as a row, with the closed words of its columns said. */
export interface Order extends Omit<Row, 'status' | 'type' | 'urgency' | 'secrecy' | 'channel'> {
  status: OrderStatus;
  type: AppealType;
  urgency: Urgency;
  secrecy: SecrecyLevel;
  channel: Channel;
}

export type NewOrder = Insertable<DB['orders.order']>;
export type OrderChange = Omit<
  Updateable<DB['orders.order']>,
  'city_id' | 'id' | 'status' | 'status_since' | 'order_no'
>;

export type TextKind =
  | 'appeal'
  | 'for-units'
  | 'supplement'
  | 'note'
  | 'answer'
  | 'dispatch-note'
  | 'reply'
  | 'question'
  | 'reason'
  | 'call-back';
