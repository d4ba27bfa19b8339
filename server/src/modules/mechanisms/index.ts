/** 特色机制: what a city does otherwise than by default, as data; which orders it holds, their forms and figures. */
import './hear.ts';

export { mechanismsNow } from './definitions.repo.ts';
export { isComplete } from './missing.ts';
export { repeatDemands } from './repeat.ts';
export { type MechanismRoute, mechanismLimit, routeFor } from './route-for.ts';
export { mostOfSubject, type SubjectOrders, subjectOrders } from './subject-orders.ts';
export { eraseForm } from './values.repo.ts';
