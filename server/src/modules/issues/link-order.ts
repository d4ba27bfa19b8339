import type { issues } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { countAppeals, type Issue, insert, lock } from './issues.repo.ts';
import { tellOpened } from './tell-opened.ts';

type Link = InputOf<typeof issues.linkIssue>;

/** 关联事项: says that an order is about this issue. Its person keeps number, message and rating (domain 2.10). */
export async function linkOrder(
  ctx: Context,
  { issueId, orderId, reason }: Link,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  // By id, so that two links in opposite directions never wait for each other in a ring.
  const held = new Map<string, Issue | null>();
  for (const id of [issueId, order.issue_id].toSorted()) held.set(id, await lock(ctx, id));
  const [issue, left] = [held.get(issueId), held.get(order.issue_id)];
  refuseUnless(issue, 'issues.no-such-issue');
  refuseUnless(order.issue_id !== issueId, 'issues.already-linked');

  const why = await orders.addText(ctx, orderId, { kind: 'reason', content: reason });
  await tellOpened(ctx, issue, null);
  if (left) await tellOpened(ctx, left, null);
  await orders.change(ctx, orderId, { issue_id: issueId });
  await countAppeals(ctx, order.issue_id, -1);
  await countAppeals(ctx, issueId, 1);
  tellBoth(ctx, 'issues.linked', {
    orderId,
    issueId,
    otherIssueId: order.issue_id,
    text: why.no,
    digest: why.digest,
  });
  return { done: true };
}

/** 取消关联: the order returns to an issue of its own. */
export async function unlinkOrder(
  ctx: Context,
  { issueId, orderId, reason }: Link,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  const issue = await lock(ctx, issueId);
  refuseUnless(issue, 'issues.no-such-issue');
  refuseUnless(order.issue_id === issueId && issue.appeals > 1, 'issues.not-linked');

  const why = await orders.addText(ctx, orderId, { kind: 'reason', content: reason });
  const own = ctx.newId();
  await insert(ctx, { id: own, matterCode: order.matter_code, areaCode: order.area_code });
  await tellOpened(ctx, issue, null);
  await orders.change(ctx, orderId, { issue_id: own });
  await countAppeals(ctx, issueId, -1);
  tellBoth(ctx, 'issues.unlinked', {
    orderId,
    issueId,
    otherIssueId: own,
    text: why.no,
    digest: why.digest,
  });
  return { done: true };
}

interface LinkFacts {
  orderId: string;
  issueId: string;
  otherIssueId: string;
  text: number;
  digest: string;
}

/** On the chains of both issues (who belongs to them, who has left) and on the order's (where it belongs). */
function tellBoth(ctx: Context, type: 'issues.linked' | 'issues.unlinked', facts: LinkFacts): void {
  tell(ctx, { kind: 'issue', id: facts.issueId }, type, { ...facts });
  if (type === 'issues.linked')
    tell(ctx, { kind: 'issue', id: facts.otherIssueId }, 'issues.unlinked', {
      ...facts,
      issueId: facts.otherIssueId,
      otherIssueId: facts.issueId,
    });
  tell(ctx, { kind: 'order', id: facts.orderId }, type, { ...facts });
  announce(ctx, `issue:${facts.otherIssueId}`);
}
