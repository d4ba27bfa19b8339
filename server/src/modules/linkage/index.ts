/** 双线协同: what passes between 12345 and 110 about an order, by the lists both signed. */
export { listLinkageRows } from './list-rows.ts';
