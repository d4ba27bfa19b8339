import {
  type AssignmentRole,
  type AssignmentState,
  assignmentRoles,
  assignmentStates,
} from '@minsheng/contract/words/assignment.ts';
import {
  type OrderStatus,
  orderStatuses,
  type Urgency,
  urgencies,
} from '@minsheng/contract/words/order.ts';
import type { StoredEvent } from '../../platform/events.ts';

export interface DutyThen {
  unitCode: string;
  role: AssignmentRole;
  state: AssignmentState;
}

/** 工单当时的样子. */
export interface OrderThen {
  status: OrderStatus;
  urgency: Urgency | null;
  /** Every duty given until then, taken back or not, the oldest first. */
  duties: readonly DutyThen[];
}

type Happened = Pick<StoredEvent, 'type' | 'data'>;

/** Folded from the events until an instant: what they moved, and nothing that is known only now. */
export function orderThen(events: readonly Happened[]): OrderThen {
  let status: OrderStatus = 'to-accept';
  let urgency: Urgency | null = null;
  const duties = new Map<string, DutyThen>();
  for (const { type, data } of events) {
    status = orderStatuses.find((one) => one === data.to) ?? status;
    const told = type === 'intake.urgency-changed' ? data.after : data.urgency;
    urgency = urgencies.find((one) => one === told) ?? urgency;
    if (typeof data.assignment !== 'string') continue;
    const duty = dutyIn(data) ?? duties.get(data.assignment);
    if (duty) duties.set(data.assignment, duty);
  }
  return { status, urgency, duties: [...duties.values()] };
}

function dutyIn({ unit, role, dutyTo }: Happened['data']): DutyThen | null {
  const state = assignmentStates.find((one) => one === dutyTo);
  const known = assignmentRoles.find((one) => one === role);
  return state && known && typeof unit === 'string' ? { unitCode: unit, role: known, state } : null;
}
