import { cityFacts } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from './kept.ts';

/** 城市概况 as its folder says it. */
export const cityWords = keptPerVersion(async (ctx: Context) => {
  const row = await tablesOf<'organisation'>(ctx.tx)
    .selectFrom('organisation.city')
    .select(['facts', 'is_demo', 'changed_at'])
    .where('city_id', '=', ctx.cityId)
    .executeTakeFirstOrThrow();
  return { facts: cityFacts.parse(row.facts), isDemo: row.is_demo, changedAt: row.changed_at };
});
