import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Assignment, ofOrder, openStates, subtree } from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import { isComplete } from '../mechanisms/index.ts';
import type * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { requesterPhone } from '../requesters/index.ts';
import { checkReply, type Shown } from './check-reply.ts';
import { repliesOf } from './handling.repo.ts';
import { maySubmit } from './policy.ts';

type Reply = Pick<
  InputOf<typeof handling.submit>,
  'evidence' | 'measures' | 'isSolved' | 'unsolvedReason' | 'isTrue'
>;

/** 能否提交: what would stand in the way of this answer, asked without handing it in; another system is told at its door. */
export async function checkSubmit(
  ctx: Context,
  { order, duty }: { order: orders.Order; duty: Assignment },
  reply: Reply,
): Promise<void> {
  demand(maySubmit(ctx.actor, order, duty));
  const [form, duties, replies] = await Promise.all([
    matters.replyForm(ctx, order.matter_code),
    ofOrder(ctx, order.id),
    repliesOf(ctx, order.id),
  ]);
  const below = shownBelow(replies, duty, duties);
  checkReply(form, reply, duty.role, below);
  // 机制核查: asked of whoever answers the requester, where there was something to answer.
  if (duty.role === 'lead' && reply.isTrue !== 'not-true') {
    const own = reply.evidence.map(({ code }) => code);
    const evidence = new Set([...own, ...below.evidence]);
    demand(await isComplete(ctx, order.id, { before: 'reply', evidence }));
  }
  await refuseWhileChildrenWork(ctx, duty, duties);
  if (form.mustContact && duty.role === 'lead') await refuseUncontacted(ctx, duty, duties);
}

/** 下级已交: what the units this duty was delegated to have already shown. */
function shownBelow(
  replies: Awaited<ReturnType<typeof repliesOf>>,
  duty: Assignment,
  duties: readonly Assignment[],
): Shown {
  const below = new Set(subtree(duty, duties).map(({ id }) => id));
  const shown = replies.filter(
    ({ assignment_id }) => assignment_id !== duty.id && below.has(assignment_id),
  );
  return {
    evidence: new Set(shown.flatMap(({ evidence }) => evidence.map(({ code }) => code))),
    hasMeasures: shown.some(({ measures }) => measures.length > 0),
  };
}

async function refuseWhileChildrenWork(
  ctx: Context,
  duty: Assignment,
  duties: readonly Assignment[],
): Promise<void> {
  const open = duties.find(
    ({ parent_id, state }) =>
      parent_id === duty.id && (openStates as readonly string[]).includes(state),
  );
  if (!open) return;
  const unit = await organisation.unit(ctx, open.unit_code);
  refuseUnless(false, 'handling.children-open', { unit: unit.name });
}

/** Whoever left a number is spoken with before the answer; somebody of the chain has done it. */
async function refuseUncontacted(
  ctx: Context,
  duty: Assignment,
  duties: readonly Assignment[],
): Promise<void> {
  const spoken = duties.some(
    ({ contacted_at, round }) => contacted_at !== null && round === duty.round,
  );
  if (spoken) return;
  refuseUnless((await requesterPhone(ctx, duty.order_id)) === null, 'handling.contact-first');
}
