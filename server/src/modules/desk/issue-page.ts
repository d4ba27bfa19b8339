import type { issues as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { historyOf } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { appealsAmong, rowsFor, visibleAmong } from '../orders/index.ts';
import { peopleBehind } from '../requesters/index.ts';
import { membersAt, mentionedIn } from './issue-members.ts';

const mostOrders = 500;

/** 事项页: one real thing in the world and the appeals behind it, now or as of a past instant. */
export async function issuePage(
  ctx: Context,
  { issueId, until }: InputOf<typeof contract.issuePage>,
): Promise<ReplyOf<typeof contract.issuePage>> {
  const subject = { kind: 'issue', id: issueId } as const;
  const [issue, now, chain] = await Promise.all([
    readerOf(ctx.tx)
      .selectFrom('issues.issue')
      .select(['matter_code', 'opened_at'])
      .where('city_id', '=', ctx.cityId)
      .where('id', '=', issueId)
      .executeTakeFirst(),
    ordersOf(ctx, issueId),
    historyOf(ctx, subject),
  ]);
  const members = membersAt(
    { id: issueId, chain, membersNow: now },
    until ? new Date(until) : ctx.now,
  );
  // An issue is seen through its orders, those that left it too: whoever sees none of them does not see it.
  const seen = await visibleAmong(ctx, [...new Set([...now, ...mentionedIn(chain)])]);
  refuseUnless(issue && seen.size > 0, 'issues.no-such-issue');
  const shown = members.filter((id) => seen.has(id));
  const [orders, people, appeals] = await Promise.all([
    rowsFor(ctx, shown),
    peopleBehind(ctx, members),
    appealsAmong(ctx, members),
  ]);
  return {
    issueId,
    matterCode: issue.matter_code,
    openedAt: issue.opened_at.toISOString(),
    appeals: appeals.size,
    people,
    orders,
    hidden: members.length - shown.length,
    linkedThen: shown,
  };
}

async function ordersOf(ctx: Context, issueId: string): Promise<string[]> {
  const rows = await readerOf(ctx.tx)
    .selectFrom('orders.order')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('issue_id', '=', issueId)
    .orderBy('id')
    .limit(mostOrders)
    .execute();
  return rows.map(({ id }) => id);
}
