import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { destroyedOrders } from '../orders/index.ts';
import { emptyMessagesOf } from './messages.repo.ts';

const forgetMany = job('exchange:forget-destroyed', news);
on('retention.batch-destroyed', forgetMany);

/** 到期销毁: the bytes that came and went leave; that they did, their digest, and what the other side answered stay. */
handle(forgetMany, (ctx, told) => emptyMessagesOf(ctx, destroyedOrders(told)));

const forget = job('exchange:forget-person', news);
on('orders.person-erased', forget);

/** 删除个人信息 (个保法第四十七条): of one order. */
handle(forget, (ctx, { id: orderId }) => emptyMessagesOf(ctx, [orderId]));
