import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import type { Assignment } from './assignment.ts';
import { change } from './assignments.repo.ts';

/** Writes who reads a duty from now on, and tells it: ids only; the counters of both sides move with it. */
export async function keepReaders(
  ctx: Context,
  duty: Assignment,
  readers: string[],
): Promise<void> {
  await change(ctx, duty, { readers });
  tell(ctx, { kind: 'order', id: duty.order_id }, 'dispatch.readers-named', {
    assignment: duty.id,
    unit: duty.unit_code,
    path: duty.unit_path,
    role: duty.role,
    duty: duty.state,
    readersBefore: duty.readers ?? [],
    readers,
    named: readers,
  });
  announce(ctx, `unit:${duty.unit_path}`);
}
