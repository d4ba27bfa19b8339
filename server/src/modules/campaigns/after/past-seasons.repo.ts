import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { tablesOf } from '../../../platform/db.ts';

export type PastSeason = InputOf<typeof contract.enterPastSeason>;

export async function putPastSeason(ctx: Context, season: PastSeason): Promise<void> {
  const { year, quarter, title, theme, appeals, problems, rectified, toMedia, source } = season;
  await sql`
    insert into campaigns.past_season (city_id, year, quarter, title, theme, appeals, problems,
      rectified, to_media, source, entered_by, entered_at)
    values (${ctx.cityId}, ${year}, ${quarter}, ${title}, ${theme}, ${appeals}, ${problems},
      ${rectified}, ${toMedia}, ${source}, ${ctx.actor.accountId}, ${ctx.now})
    on conflict (city_id, year, quarter) do update
    set title = excluded.title, theme = excluded.theme, appeals = excluded.appeals,
      problems = excluded.problems, rectified = excluded.rectified, to_media = excluded.to_media,
      source = excluded.source, entered_by = excluded.entered_by, entered_at = excluded.entered_at`.execute(
    ctx.tx,
  );
}

export const pastSeasons = (ctx: Context, most: number): Promise<PastSeason[]> =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.past_season')
    .select(['year', 'quarter', 'title', 'theme', 'appeals', 'problems', 'rectified', 'source'])
    .select('to_media as toMedia')
    .where('city_id', '=', ctx.cityId)
    .orderBy('year', 'desc')
    .orderBy('quarter', 'desc')
    .limit(most)
    .execute();
