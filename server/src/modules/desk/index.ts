/** 工作台: the window through which people see orders; it counts and lists, and changes nothing of others. */
import './fold-counters.ts';
import './keep-counters.ts';

export { addNote } from './add-note.ts';
export { findOrders } from './find-orders.ts';
export { firstIdAt } from './first-id-at.ts';
export {
  areaRange,
  isOverdue,
  matterRange,
  searchable,
  wasAsked,
  wasClosedOn,
  wasOverridden,
} from './order-conditions.ts';
export { searchOrders } from './search-orders.ts';
export { allowTopics } from './topics.ts';
