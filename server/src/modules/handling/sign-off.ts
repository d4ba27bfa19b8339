import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import { advanceAssignment, holdDuty, stageReportLater } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { markSignedOff, repliesOf } from './handling.repo.ts';
import { maySignOff } from './policy.ts';

/** 签批 of a serious order by the unit's leader: on to review, or back to the desk. */
export async function signOff(
  ctx: Context,
  input: InputOf<typeof handling.signOff>,
): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(maySignOff(ctx.actor, order, duty));

  const note = input.note
    ? await orders.addText(ctx, order.id, {
        kind: input.agreed ? 'note' : 'reason',
        content: input.note,
      })
    : null;
  const data = { text: note?.no ?? null, digest: note?.digest ?? null };
  if (!input.agreed) {
    await advanceAssignment(ctx, duty, 'refuse-sign-off', { data });
    if (!order.parked_at) await stageReportLater(ctx, duty);
    return { done: true };
  }
  const reply = (await repliesOf(ctx, order.id)).findLast(
    ({ assignment_id }) => assignment_id === duty.id,
  );
  if (reply) await markSignedOff(ctx, order.id, reply.id);
  await advanceAssignment(ctx, duty, 'sign-off', { set: { submitted_at: ctx.now }, data });
  await orders.advance(ctx, order, 'submit-reply', { data: { lead: duty.unit_code } });
  return { done: true };
}
