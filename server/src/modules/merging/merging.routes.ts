import { merging as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { mergeOrders } from './merge-orders.ts';
import { readMerging } from './read-merging.ts';
import { unmergeOrder } from './unmerge-order.ts';

export function mergingRoutes(app: App): void {
  const may = 'dispatch.send';
  mount(app, contract.mergeOrders, { may, audit: 'orders merged' }, mergeOrders);
  mount(app, contract.unmergeOrder, { may, audit: 'order taken out of a merger' }, unmergeOrder);
  mount(app, contract.readMerging, { may: 'orders.read', audit: 'merger read' }, readMerging);
}
