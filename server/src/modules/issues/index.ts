/** 事项: the real thing in the world behind one or many orders. */
import './issues.jobs.ts';

export { type ProblemThread, problemThread } from './find-in-thread.ts';
export { findProblems, type Problem } from './find-problems.ts';
export { ordersInIssue } from './issues.repo.ts';
export { joinAsOne } from './join-as-one.ts';
export { joinAtIntake } from './join-at-intake.ts';
export { dropKeys as forgetKeys } from './keys.repo.ts';
export { linkOrder, unlinkOrder } from './link-order.ts';
export type { Message } from './message.ts';
export { type NearAlike, nearAlike, peopleOf } from './near-alike.ts';
export { joinIssue, openIssue } from './open-issue.ts';
export { type Proposal, proposalsFrom, proposalsTo } from './open-proposals.ts';
export { reasonsBetween } from './reasons-between.ts';
export { pairRule } from './same-thing-rules.ts';
export { type LastMove, lastMoveOf } from './undo-move.ts';
export { waitingAlike } from './waiting-alike.ts';
