import type { Actor } from '../../platform/actor.ts';
import { mayAskExtension, mayAskParking, mayAskSuspension } from '../deferrals/index.ts';
import type { Assignment } from '../dispatch/index.ts';
import { mayAskReturn, maySignReturn, mayWithdrawReturn } from '../disputes/index.ts';
import type { Order } from '../orders/index.ts';
import {
  mayArrive,
  mayAskInfo,
  mayContact,
  mayMarkFixed,
  maySendLink,
  maySign,
  maySignOff,
  maySubmit,
  mayWriteStageReport,
} from './policy.ts';

/** What a person may do with a duty now: the same sentences the server demands. Drives the buttons. */
export function dutyAbilities(actor: Actor, order: Order, duty: Assignment): string[] {
  const decisions = {
    sign: maySign(actor, order, duty),
    contact: mayContact(actor, order, duty),
    arrive: mayArrive(actor, order, duty),
    fixed: mayMarkFixed(actor, order, duty),
    'ask-info': mayAskInfo(actor, order, duty),
    'stage-report': mayWriteStageReport(actor, order, duty),
    submit: maySubmit(actor, order, duty),
    'sign-off': maySignOff(actor, order, duty),
    link: maySendLink(actor, order, duty),
    extend: mayAskExtension(actor, order, duty),
    suspend: mayAskSuspension(actor, order, duty),
    park: mayAskParking(actor, order, duty),
    'ask-return': mayAskReturn(actor, order, duty),
    'sign-return': maySignReturn(actor, order, duty),
    'withdraw-return': mayWithdrawReturn(actor, duty),
  };
  return Object.entries(decisions)
    .filter(([, decision]) => decision.allowed)
    .map(([name]) => name);
}
