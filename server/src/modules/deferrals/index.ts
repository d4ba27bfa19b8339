/** 延期、挂起、挂账: more time for a reason, and the ledger of what cannot be solved now. */
import './decision-wait.ts';
import './lapse.ts';
import './review-wait.ts';
import './suspend.ts';

export { mayAskExtension, mayAskParking, mayAskSuspension } from './policy.ts';
