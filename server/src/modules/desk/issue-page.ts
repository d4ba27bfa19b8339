import type { issues as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { historyOf, type StoredEvent } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { orderRows, visibleTo } from '../orders/index.ts';
import { peopleBehind } from './people-behind.ts';

/** 事项页: one real thing, the appeals behind it now, and which belonged to it at a past instant. */
export async function issuePage(
  ctx: Context,
  { issueId, until }: InputOf<typeof contract.issuePage>,
): Promise<ReplyOf<typeof contract.issuePage>> {
  const reader = readerOf(ctx.tx);
  const issue = await reader
    .selectFrom('issues.issue')
    .select(['id', 'matter_code', 'opened_at', 'appeals'])
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', issueId)
    .executeTakeFirst();
  const members = await reader
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where('o.issue_id', '=', issueId)
    .where(visibleTo(ctx.actor))
    .orderBy('o.id')
    .limit(500)
    .execute();
  // An issue is seen through its orders: whoever sees none of them does not see it.
  refuseUnless(issue && members.length > 0, 'issues.no-such-issue');
  const ids = members.map(({ id }) => id);
  const [orders, people, events] = await Promise.all([
    orderRows(ctx, ids),
    peopleBehind(ctx, ids),
    historyOf(ctx, { kind: 'issue', id: issueId }, until ? new Date(until) : undefined),
  ]);
  return {
    issueId,
    matterCode: issue.matter_code,
    openedAt: issue.opened_at.toISOString(),
    appeals: issue.appeals,
    people,
    orders,
    linkedThen: linkedAt(events).filter((id) => ids.includes(id)),
  };
}

/** Who belonged then, folded from the issue's own chain. */
function linkedAt(events: readonly StoredEvent[]): string[] {
  const linked = new Set<string>();
  for (const { type, data } of events) {
    const orderId = String(data.orderId ?? '');
    if (type === 'issues.linked') linked.add(orderId);
    if (type === 'issues.unlinked') linked.delete(orderId);
  }
  return [...linked];
}
