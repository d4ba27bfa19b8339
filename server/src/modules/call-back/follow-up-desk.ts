import type { callBack } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { cursorId, cursorInstant } from '../../platform/keyset.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { dueFollowUps, finish, lockFollowUp, repeatsSince } from './follow-ups.repo.ts';
import { mayFollowUp } from './policy.ts';

const pageRows = 50;

/** 到期复查台: what has fallen due, the oldest first, and how many appeals came since. */
export async function listFollowUps(
  ctx: Context,
  input: InputOf<typeof callBack.listFollowUps>,
): Promise<ReplyOf<typeof callBack.listFollowUps>> {
  const due = await dueFollowUps(ctx, readCursor(input.cursor), pageRows + 1);
  const shown = due.slice(0, pageRows);
  const ids = shown.map(({ order_id }) => order_id);
  const [rows, repeats] = await Promise.all([
    orders.orderRows(ctx, ids, 'as-said'),
    repeatsSince(ctx, ids),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = shown.at(-1);
  return {
    rows: shown.flatMap((followUp) => {
      const row = byId.get(followUp.order_id);
      if (!row) return [];
      const since = repeats.get(followUp.order_id) ?? 0;
      return [{ ...row, followUpId: followUp.id, dueOn: followUp.due_on, repeatsSince: since }];
    }),
    next: due.length > pageRows && last ? `${last.due_at.toISOString()}~${last.id}` : null,
    shownCap: pageRows,
  };
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | null {
  const [at, id] = cursor?.split('~') ?? [];
  if (!at || !id) return null;
  return { at: cursorInstant(at), id: cursorId(id) };
}

/** 复查结果. */
export async function finishFollowUp(
  ctx: Context,
  input: InputOf<typeof callBack.finishFollowUp>,
): Promise<{ done: true }> {
  demand(mayFollowUp(ctx.actor));
  const followUp = await lockFollowUp(ctx, input.followUpId);
  refuseUnless(followUp, 'orders.no-such-order');
  const order = await orders.lockVisible(ctx, followUp.order_id);

  const note = input.note
    ? await orders.addText(ctx, order.id, { kind: 'call-back', content: input.note })
    : null;
  await finish(ctx, followUp, { stillSolved: input.stillSolved, noteNo: note?.no ?? null });
  tell(ctx, { kind: 'order', id: order.id }, 'call-back.follow-up-done', {
    followUp: followUp.id,
    secrecy: order.secrecy,
    stillSolved: input.stillSolved,
    text: note?.no ?? null,
  });
  announce(ctx, 'desk:follow-up');
  return { done: true };
}
