/** 待办时限: what waits for somebody, until when, and who hears when nobody acted. */
import './rights-wait.ts';
import './ring.ts';

export {
  isWaiting,
  waitFor,
  waitForCentre,
  waitForCentreSince,
  waitNoMore,
  waitUntil,
} from './begin.ts';
export { goOn } from './follow-calendar.ts';
export {
  centre,
  type Responsible,
  type Standing,
  type Wait,
  type WaitKey,
  waitRules,
} from './wait.ts';
