import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { advanceAssignment, changeAssignment, holdDuty } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { insertContact } from './handling.repo.ts';
import { mayContact } from './policy.ts';

type Contact = InputOf<typeof handling.contact>;

/** T8 首次联系 and later ones. A try that reached nobody is kept, and contacts nobody. */
export async function contact(ctx: Context, input: Contact): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayContact(ctx.actor, order, duty));

  const note = input.note
    ? await orders.addText(ctx, order.id, { kind: 'note', content: input.note })
    : null;
  await insertContact(ctx, {
    orderId: order.id,
    assignmentId: duty.id,
    reached: input.reached,
    noteNo: note?.no ?? null,
  });
  const data = { reached: input.reached, text: note?.no ?? null, digest: note?.digest ?? null };
  if (input.reached && duty.state === 'signed') {
    await advanceAssignment(ctx, duty, 'contact', {
      set: { contacted_at: duty.contacted_at ?? ctx.now },
      data,
    });
    return { done: true };
  }
  // Whoever passed the duty down may be the one who rings: spoken to is spoken to.
  if (input.reached && duty.contacted_at === null)
    await changeAssignment(ctx, duty, { contacted_at: ctx.now });
  tell(ctx, { kind: 'order', id: order.id }, 'handling.contacted', {
    ...data,
    assignment: duty.id,
    unit: duty.unit_code,
  });
  return { done: true };
}
