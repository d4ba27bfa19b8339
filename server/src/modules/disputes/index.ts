/** 退单与争议: a unit says the order is not its own, somebody rules, the ruling is remembered. */
import './lapse.ts';
import './ruling-wait.ts';

export { askReturn, returnWindow } from './ask-return.ts';
export { mayAskReturn, maySignReturn, mayWithdrawReturn } from './policy.ts';
