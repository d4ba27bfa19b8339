import { orders } from '@minsheng/contract';
export const all = orders;
