/** 事项: the real thing in the world behind one or many orders. */
export { byPeople, findProblems, type Problem } from './find-problems.ts';
export { linkOrder, unlinkOrder } from './link-order.ts';
export type { Message } from './message.ts';
export { joinIssue, openIssue } from './open-issue.ts';
export { pairRule } from './same-thing-rules.ts';
