import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { changeAssignment, holdDuty } from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import { mayMarkFixed } from './policy.ts';

type MarkFixed = InputOf<typeof handling.markFixed>;

/** 已修复: the danger is gone. Stops the span from acceptance to repair, shown beside the class's own clocks (C1). */
export async function markFixed(
  ctx: Context,
  input: MarkFixed,
): Promise<{ minutesFromAcceptance: number }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayMarkFixed(ctx.actor, order, duty));

  await files.attach(ctx, input.fileIds, {
    orderId: order.id,
    assignmentId: duty.id,
    purpose: 'after',
  });
  const at = duty.fixed_at ?? ctx.now;
  await changeAssignment(ctx, duty, { fixed_at: at });
  const minutes = Math.round((at.getTime() - order.accepted_at.getTime()) / 6000) / 10;
  tell(ctx, { kind: 'order', id: order.id }, 'handling.fixed', {
    assignment: duty.id,
    unit: duty.unit_code,
    files: input.fileIds,
    minutes,
  });
  announce(ctx, `unit:${duty.unit_path}`);
  return { minutesFromAcceptance: minutes };
}
