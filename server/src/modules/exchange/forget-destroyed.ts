import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { destroyedOrders } from '../orders/index.ts';
import { emptyMessagesOf } from './messages.repo.ts';

const forget = job('exchange:forget-destroyed', news);

on('retention.batch-destroyed', forget);

/** 到期销毁: the bytes that came and went leave; that they did, their digest, and what the other side answered stay. */
handle(forget, (ctx, told) => emptyMessagesOf(ctx, destroyedOrders(told)));
