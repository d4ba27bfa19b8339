import { isOpen, type Order } from '../orders/index.ts';

/** 停表: waits lawfully for somebody else, stands in the ledger, or is over; nothing is due of the unit. */
export const standsStill = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'need-info' || status === 'suspended' || status === 'parked' || !isOpen(status);
