import type { calendar as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import { workingCalendar } from './calendar.repo.ts';
import { waitingCorrections } from './corrections.repo.ts';
import { daysBetween } from './days.repo.ts';
import { mayDecideDay, mayProposeDay } from './policy.ts';

/** 工作日历 of a year: every day that does not go by its weekday, and what waits for a second person. */
export async function listCalendar(
  ctx: Context,
  { year }: InputOf<typeof contract.listCalendar>,
): Promise<ReplyOf<typeof contract.listCalendar>> {
  const lastDay = `${year}-12-31`;
  const [rows, waiting, { knownThrough }] = await Promise.all([
    daysBetween(ctx, `${year}-01-01`, lastDay),
    waitingCorrections(ctx),
    workingCalendar(ctx),
  ]);
  const names = await accountNames(
    ctx,
    waiting.map(({ proposedBy }) => proposedBy),
  );
  return {
    isSettled: lastDay <= knownThrough,
    rows,
    waiting: waiting.map((one) => ({
      id: one.id,
      on: one.on,
      kind: one.kind,
      name: one.name,
      source: one.source,
      proposedBy: names.get(one.proposedBy) ?? '',
      proposedAt: one.proposedAt.toISOString(),
      can: { decide: mayDecideDay(ctx.actor, one).allowed },
    })),
    can: { propose: mayProposeDay(ctx.actor).allowed },
  };
}
