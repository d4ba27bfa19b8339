import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { type Assignment, workingStates } from '../dispatch/index.ts';
import type { Order } from '../orders/index.ts';
import type { Unit } from '../organisation/index.ts';
import { briefOf } from './order-duties.ts';
import { holderLabel, signOffLabel } from './text.ts';

type Holder = ReplyOf<typeof contract.orderPage>['holder'];

interface Held {
  order: Order;
  duties: readonly Assignment[];
  units: ReadonlyMap<string, Unit>;
  /** Who keeps the order on a desk of the centre at this moment. */
  claimer: string | null;
}

/** 现在由谁办: a desk of the centre, or the unit at the end of the chain of delegations. */
export function holderOf({ order, duties, units, claimer }: Held): Holder {
  const desk = holderLabel[order.status];
  if (order.status !== 'in-progress') {
    const label = claimer ? `${desk} ${claimer}` : desk;
    return { label, unit: null, since: order.status_since.toISOString() };
  }
  const lead = duties.find(({ role, state }) => role === 'lead' && isWorking(state));
  if (!lead) return { label: desk, unit: null, since: order.status_since.toISOString() };
  const last = lowest(lead, duties);
  return {
    label: last.state === 'to-sign-off' ? signOffLabel : desk,
    unit: briefOf(units, last),
    since: (last.signed_at ?? last.sent_at).toISOString(),
  };
}

const isWorking = (state: Assignment['state']): boolean =>
  (workingStates as readonly string[]).includes(state);

function lowest(duty: Assignment, duties: readonly Assignment[]): Assignment {
  if (duty.state !== 'delegated') return duty;
  const child = duties.findLast(
    ({ parent_id, state }) => parent_id === duty.id && isWorking(state),
  );
  return child ? lowest(child, duties) : duty;
}
