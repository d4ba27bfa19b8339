/** 并单: one order is handled with another; whoever asked keeps number, answer and rating. */
import './after-withdrawal.ts';

export { answerMembers } from './answer-members.ts';
