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

export interface Times {
  readonly now: Date;
  /** 退单窗口; null where nobody asks. */
  readonly returnUntil: ((duty: Assignment) => Date) | null;
}

/** What a person may do with a duty now: the same sentences the server demands. Drives the buttons. */
export function dutyAbilities(
  actor: Actor,
  order: Order,
  duty: Assignment,
  times: Times,
): string[] {
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
    .filter(([name, decision]) => decision.allowed && !isTooLate(name, duty, times))
    .map(([name]) => name);
}

/** 逾期不受理: what would be refused for its hour is not offered. */
function isTooLate(name: string, duty: Assignment, { now, returnUntil }: Times): boolean {
  if (name === 'extend') return duty.due_at !== null && now > duty.due_at;
  return name === 'ask-return' && returnUntil !== null && now > returnUntil(duty);
}
