/** 事项: the real thing in the world behind one or many orders. */
export { linkOrder, unlinkOrder } from './link-order.ts';
export { joinIssue, openIssue } from './open-issue.ts';
