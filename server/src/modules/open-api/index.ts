/** 开放接口: what the own systems of districts and units read, work and are told of. */
import './deliver-hooks.ts';
import './keep-changes.ts';
import './write-export.ts';

export { wakeHooks } from './deliver-hooks.ts';
export { exportedOrders } from './exported-orders.repo.ts';
export { numberOrDrop } from './keep-changes.ts';
export { listDuties } from './list-duties.ts';
export { readChanges } from './read-changes.ts';
