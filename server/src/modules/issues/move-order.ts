import { isProactive } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import * as orders from '../orders/index.ts';
import { countOrder, type Issue, insert } from './issues.repo.ts';
import { tellOpened } from './tell-opened.ts';

interface Move {
  /** The issue it leaves, held. */
  readonly left: Issue | null;
  /** In the words of whoever moves it; null where the step speaks for itself. */
  readonly reason: string | null;
  /** What else the events say. */
  readonly data: Readonly<Record<string, Json>>;
}

/** 并入: an order that is held goes to an issue that is held. */
export async function moveTo(
  ctx: Context,
  order: orders.Order,
  { to, left, reason, data }: Move & { readonly to: Issue },
): Promise<void> {
  const why = await keepReason(ctx, order.id, reason);
  await tellOpened(ctx, to, null);
  if (left) await tellOpened(ctx, left, null);
  await orders.change(ctx, order.id, { issue_id: to.id });
  const isAsked = !isProactive(order);
  await countOrder(ctx, order.issue_id, { by: -1, isAsked });
  await countOrder(ctx, to.id, { by: 1, isAsked });
  const facts = { ...data, orderId: order.id, ...why };
  const [issueId, otherIssueId] = [to.id, order.issue_id];
  tell(ctx, { kind: 'issue', id: issueId }, 'issues.linked', { ...facts, issueId, otherIssueId });
  tell(ctx, { kind: 'issue', id: otherIssueId }, 'issues.unlinked', {
    ...facts,
    issueId: otherIssueId,
    otherIssueId: issueId,
  });
  tell(ctx, { kind: 'order', id: order.id }, 'issues.linked', { ...facts, issueId, otherIssueId });
}

/** 另立: an order that is held gets an issue of its own. */
export async function moveToOwn(
  ctx: Context,
  order: orders.Order,
  { left, reason, data }: Move & { readonly left: Issue },
): Promise<Issue> {
  const why = await keepReason(ctx, order.id, reason);
  const own = ctx.newId();
  const isAsked = !isProactive(order);
  const about = { matterCode: order.matter_code, areaCode: order.area_code, isAsked };
  await insert(ctx, { id: own, ...about });
  await tellOpened(ctx, left, null);
  await orders.change(ctx, order.id, { issue_id: own });
  await countOrder(ctx, left.id, { by: -1, isAsked });
  const facts = { ...data, orderId: order.id, ...why, issueId: left.id, otherIssueId: own };
  tell(ctx, { kind: 'issue', id: left.id }, 'issues.unlinked', facts);
  tell(ctx, { kind: 'order', id: order.id }, 'issues.unlinked', facts);
  announce(ctx, `issue:${own}`);
  return {
    id: own,
    matter_code: order.matter_code,
    area_code: order.area_code,
    opened_at: ctx.now,
    ...(isAsked ? { appeals: 1, proactive: 0 } : { appeals: 0, proactive: 1 }),
  };
}

async function keepReason(
  ctx: Context,
  orderId: string,
  reason: string | null,
): Promise<{ text: number; digest: string } | null> {
  if (reason === null) return null;
  const { no, digest } = await orders.addText(ctx, orderId, { kind: 'reason', content: reason });
  return { text: no, digest };
}
