import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { changeAssignment, holdDuty } from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import { mayArrive } from './policy.ts';
import { signDuty } from './sign.ts';

type Arrive = InputOf<typeof handling.arrive>;

/** 到场: time, and place if the phone tells it; photos carry their own. Being there signs the duty too. */
export async function arrive(ctx: Context, input: Arrive): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayArrive(ctx.actor, order, duty));

  const signed = duty.state === 'sent' ? await signDuty(ctx, duty) : duty;
  await files.attach(ctx, input.fileIds, {
    orderId: order.id,
    assignmentId: duty.id,
    purpose: 'arrival',
  });
  await changeAssignment(ctx, signed, { arrived_at: signed.arrived_at ?? ctx.now });
  tell(ctx, { kind: 'order', id: order.id }, 'handling.arrived', {
    assignment: duty.id,
    unit: duty.unit_code,
    files: input.fileIds,
    hasPlace: input.at !== undefined,
  });
  announce(ctx, `unit:${duty.unit_path}`);
  return { done: true };
}
