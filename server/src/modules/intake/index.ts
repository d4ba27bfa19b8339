/** 受理: words of any channel become an order. */
import './accept-by-rule.ts';
import './open-again.ts';

export { meaningOfRepeat } from './meaning-of-repeat.ts';
export { openProactive } from './open-proactive.ts';
export {
  mayAccept,
  mayChangeUrgency,
  mayCheck,
  mayCorrectNumber,
  mayFollowTransfer,
  maySupplement,
  mayUrge,
  mayWithdraw,
} from './policy.ts';
export { type Appeal, type Received, receiveAppeal } from './receive-appeal.ts';
export { supplement, urge, urgeFromOutside, withdraw } from './requester-steps.ts';
export { receiveFromOutside } from './send-appeal.ts';
export { type Transfer, transferOf } from './transfers.repo.ts';
export { endTransfer, isToPolice, noteTransferReceipt, returnTransfer } from './transfers.ts';
export { type UrgencyTrigger, urgencyOf } from './urgency.ts';
export { whyUrgent } from './why-urgent.ts';
