import type { AssignmentRole } from '@minsheng/contract/words/assignment.ts';
import { historyOf, tell } from '../../platform/events.ts';
import type { Trace } from '../../platform/refusal.ts';

interface Held {
  readonly unit: string;
  readonly role: AssignmentRole;
}

/**
 * 拦下: what the grassroots guard refused is told of the order, although everything else is undone (K26). Pressed again
 * for the same unit in the same role it is the same attempt.
 */
export function keepHeld(orderId: string, { unit, role }: Held): Trace {
  return async (ctx) => {
    const order = { kind: 'order', id: orderId } as const;
    const history = await historyOf(ctx, order);
    const isKept = history.some(
      ({ type, data }) =>
        type === 'dispatch.guard-held' && data.unit === unit && data.role === role,
    );
    if (!isKept) tell(ctx, order, 'dispatch.guard-held', { unit, role });
  };
}
