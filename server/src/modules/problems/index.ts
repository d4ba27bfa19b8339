/** 问题归集: what the appeals of a period tell of together, ranked, accepted or dismissed by a person. */
import './problems.jobs.ts';

export { askRun } from './ask-run.ts';
export { groupsOfRun, type RunGroup } from './groups-of-run.ts';
export { makeRun } from './make-run.ts';
export { type ReadOrder, readOrders } from './read-orders.ts';
export { find as findRun } from './runs.repo.ts';
