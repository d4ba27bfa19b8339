/** 工单: what the citizen asked; one promise, one answer. */
export { type ActedOn, actOnEach } from './act-on-each.ts';
export { type Advance, advance } from './advance.ts';
export { appealsAmong } from './appeals-among.ts';
export { archiveLater, archiveSeal, freeArchive, holdArchive } from './archive.ts';
export { type Arrival, arrivedBetween, arrivedSince, firstArrival } from './arrivals.ts';
export { type Claim, claimsOn } from './claims-on.ts';
export { concernsUnit, concernsUnitIn } from './concerns.ts';
export { destroyedOrders } from './destroyed-orders.ts';
export { findVisible, lockVisible, visibleAmong } from './find-visible.ts';
export { issuesBehind } from './issues-behind.ts';
export { mayReadFile } from './may-read-file.ts';
export { type Opening, openOrder } from './open-order.ts';
export type { Order, OrderChange, TextKind } from './order.ts';
export { dayBounds, orderNumber } from './order-no.ts';
export { type OrderRow, orderRows } from './order-rows.ts';
export {
  change,
  existsFromSource,
  find,
  findByNo,
  firstOfIssue,
  forgetPoints,
  leadsOfIssue,
  lock,
  lockAll,
  markDestroyed,
  numbersOf,
} from './orders.repo.ts';
export { hasRequester, standsBefore } from './policy.ts';
export { publicFacts } from './public-facts.ts';
export { rowsFor } from './rows-for.ts';
export { addToSearch } from './search.repo.ts';
export { searchNames } from './search-names.ts';
export { sentAutomatically } from './sent-automatically.ts';
export { stageLimit } from './stage-due.ts';
export {
  isOpen,
  type OrderBeginning,
  type OrderStep,
  openStatuses,
  orderBeginnings,
  orderSteps,
  stepsFrom,
} from './steps.ts';
export { newestOrders, ordersOfIssues, type Telling, tellings } from './tellings.ts';
export {
  addText,
  appealText,
  digestOf,
  eraseTexts,
  type StoredText,
  type TextMark,
  textForUnits,
  textsOf,
  type Words,
} from './texts.repo.ts';
export { renewUnitSearch } from './unit-search.ts';
export { visibleTo } from './visible-to.ts';
export { eraseWordsBeside, keepsWords, wordsBeside } from './words-beside.ts';
export {
  closedVisible,
  type PlacedWords,
  placedWords,
  type WordsToLearn,
  wordsToLearn,
} from './words-to-learn.ts';
