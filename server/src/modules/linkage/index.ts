/** 双线协同: what passes between 12345 and 110 about an order, by the lists both signed. */
import './clue-waits.ts';
import './hear-orders.ts';
import './police-adapter.ts';

export { listLinkageRows } from './list-rows.ts';
export { countLinkage } from './records.repo.ts';
