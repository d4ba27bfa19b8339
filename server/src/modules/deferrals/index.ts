/** 延期、挂起、挂账: more time for a reason, and the ledger of what cannot be solved now. */
import './lapse.ts';
import './review-ledger.ts';
import './suspend.ts';

export { mayAskExtension, mayAskParking, mayAskSuspension } from './policy.ts';
