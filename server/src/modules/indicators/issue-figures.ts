import { againDays, type FigureKey } from '@minsheng/contract/words/indicators.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { cityRules } from './city-rules.ts';
import { hasBit } from './masks.ts';
import { inSpan, type Span } from './span.ts';

const dayMs = 86_400_000;

export interface IssueCount {
  readonly numerator: number;
  readonly denominator: number;
}

/** K44、K45 of a span as they are now. */
export async function issueCountsIn(
  ctx: Context,
  span: Span,
): Promise<ReadonlyMap<FigureKey, IssueCount>> {
  const [{ week, month }, again] = await Promise.all([
    gatheredIssues(ctx, span),
    returnedIssues(ctx, span),
  ]);
  return new Map([
    ['K44', week],
    ['K44-month', month],
    ['K45', again],
  ]);
}

/** K44 集中诉求: issues that so many people spoke of in the last days of the span. Whoever repeats is one person. */
async function gatheredIssues(
  ctx: Context,
  span: Span,
): Promise<{ week: IssueCount; month: IssueCount }> {
  const { gatheredPeople } = await cityRules(ctx);
  const { from } = lastDays(ctx.now, span, 7);
  const { rows } = await sql<{ week: number; month: number; inWeek: number; all: number }>`
    select count(*) filter (where lately >= ${gatheredPeople}) as week,
      count(*) filter (where people >= ${gatheredPeople}) as month,
      count(*) filter (where lately > 0) as "inWeek", count(*) as all
    from (
      select count(*) as people, count(*) filter (where f.at >= ${from}) as lately
      from indicators.fact as f
      where ${inSpan(ctx, lastDays(ctx.now, span, 30))} and ${hasBit('f.counted', 'K44')}
      group by f.issue_id) as g`.execute(ctx.tx);
  const [{ week = 0, month = 0, inWeek = 0, all = 0 } = {}] = rows;
  return {
    week: { numerator: week, denominator: inWeek },
    month: { numerator: month, denominator: all },
  };
}

/** 期末前几天: the last days of a span, or until now while it lasts. */
export function lastDays(now: Date, span: Span, days: number): Span {
  const until = span.until < now ? span.until : now;
  return { ...span, until, from: new Date(until.getTime() - days * dayMs) };
}

const peopleByIssue = (ctx: Context, span: Span, days: number): RawBuilder<unknown> => sql`
  select f.issue_id, count(*) as people
  from indicators.fact as f
  where ${inSpan(ctx, lastDays(ctx.now, span, days))} and ${hasBit('f.counted', 'K44')}
  group by f.issue_id`;

/** 达到几人的事项. */
export async function inGathered(
  ctx: Context,
  span: Span,
  days: number,
): Promise<RawBuilder<unknown>> {
  const { gatheredPeople } = await cityRules(ctx);
  return sql`f.issue_id in (
    select issue_id from (${peopleByIssue(ctx, span, days)}) as g where people >= ${gatheredPeople})`;
}

const justAfter = ({ now }: Context): Date => new Date(now.getTime() + 1000);

/** K45 回潮: issues solved in the span that were told of again. */
async function returnedIssues(ctx: Context, span: Span): Promise<IssueCount> {
  const { rows } = await sql<IssueCount>`
    with solved as materialized (
      select f.issue_id, min(f.at) as at
      from indicators.fact as f
      where ${inSpan(ctx, span)} and ${hasBit('f.counted', 'K45')}
      group by f.issue_id
    )
    select count(*) as denominator, (
      -- All of them at once: issue by issue is slower where many were solved.
      select count(distinct s.issue_id)
      from solved as s
      join indicators.fact as n on n.issue_id = s.issue_id and n.at > s.at
        and n.at <= s.at + make_interval(days => ${againDays})
      -- The instant once more, so that the index of these rows alone is read.
      where n.city_id = ${ctx.cityId} and ${hasBit('n.raw_counted', 'K43')} and n.at > ${span.from}
        and n.order_id >= platform.first_id(${span.from})
    ) as numerator
    from solved`.execute(ctx.tx);
  return rows[0] ?? { numerator: 0, denominator: 0 };
}

/**
 * Every accepted order stands below the line of K43, at the instant it was accepted, which its id tells too: only the
 * months from the solving until now are looked into.
 */
export const toldAgain = (
  ctx: Context,
  issue: RawBuilder<unknown>,
  at: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`exists (
  select 1 from indicators.fact as n
  where n.city_id = ${ctx.cityId} and n.issue_id = ${issue} and n.at > ${at}
    and n.at <= ${at} + make_interval(days => ${againDays})
    and n.order_id >= platform.first_id(${at}) and n.order_id < platform.first_id(${justAfter(ctx)})
    and ${hasBit('n.raw_counted', 'K43')})`;
