/** 回访: a person checks that it is solved. */
import './close-by-rule.ts';

export { type Attempt, attemptsOf, attemptViewOf } from './attempts.repo.ts';
export { type FollowUp, followUpsOf, repeatsSince } from './follow-ups.repo.ts';
export { hearSms } from './hear-sms.ts';
export { mayReportSiteCheck } from './may-report.ts';
export { mayAttempt, mayClose, mayRedo } from './policy.ts';
export { mayRate, type Rated, rate } from './rate.ts';
export { reportFalse } from './report-false.ts';
export { bandAt } from './time-band.ts';
