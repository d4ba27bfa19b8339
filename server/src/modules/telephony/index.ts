/** 话务: calls from the first ring to the end. */
import './hear.ts';
import './hear-put-through.ts';

export { type CallFacts, callOf } from './call-of.ts';
export { countingDrivers } from './counting-drivers.ts';
export { forgetNumber, forgetNumbers } from './forget-number.ts';
export { hear, hearAll } from './hear.ts';
export { mayStart, putThroughIfOn } from './put-through.ts';
export { queueFor, quietNoMore, quietUntil } from './quieted.ts';
export { ringDemoCall } from './start-call.ts';
export { endCall } from './talk.ts';
