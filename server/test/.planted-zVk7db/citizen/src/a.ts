import { orders } from '../../server/src/modules/orders/index.ts';
export const all = orders;
