/** 工单: what the citizen asked; one promise, one answer. */
export { advance, type Advance } from './advance.ts';
export { archiveLater } from './archive.ts';
export { findVisible, lockVisible } from './find-visible.ts';
export { openOrder, type Opening } from './open-order.ts';
export type { Order, OrderChange, TextKind } from './order.ts';
export { orderNumber } from './order-no.ts';
export { change, find, findByNo, lock, lockAll } from './orders.repo.ts';
export { addToSearch, writeSearch } from './search.repo.ts';
export { isOpen, openStatuses, type OrderBeginning, orderBeginnings, type OrderStep, orderSteps, stepsFrom } from './steps.ts';
export {
  addText,
  appealText,
  digestOf,
  eraseTexts,
  type StoredText,
  textForUnits,
  type TextMark,
  textsOf,
  type Words,
} from './texts.repo.ts';
export { visibleTo } from './visible-to.ts';
