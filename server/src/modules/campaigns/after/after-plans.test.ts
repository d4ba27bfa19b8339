import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../../test/kit.ts';
import { manyOrders } from '../../../../test/many-orders.ts';
import { rowsScanned } from '../../../../test/what-was-read.ts';
import { season } from '../example-campaign.ts';
import { openCampaign } from '../open-campaign.ts';
import { cameBackOf } from './rechecks.repo.ts';

const tables = ['orders.order', 'campaigns.stage', 'campaigns.link', 'campaigns.entry'];

test(
  'what came back is found by the issues of a campaign’s own appeals, not by reading all orders and links',
  inCity(async ({ ctx, as, clock }) => {
    const { campaignId } = await as('director').do(openCampaign, {
      ...{ ...season, terms: [...season.terms] },
    });
    await manyOrders(ctx, 12_000);
    // Twenty campaigns of ten problems with fifty appeals each; every hundredth order tells again of what the one before it told.
    await sql`
      create temporary table listed on commit drop as
      select m.no, m.id as order_id, e.id as entry_id, c.id as campaign_id, e.no as entry_no
      from (
        select no, case no when 0 then ${campaignId}::uuid else gen_random_uuid() end as id
        from generate_series(0, 19) as no
      ) as c
      cross join lateral (
        select no, gen_random_uuid() as id from generate_series(1, 10) as no where c.no >= 0
      ) as e
      join many as m on (m.no / 2) % 6000 >= c.no * 300 + (e.no - 1) * 30
        and (m.no / 2) % 6000 < c.no * 300 + (e.no - 1) * 30 + 25 and m.no % 2 = 0`.execute(ctx.tx);
    await sql`
      insert into campaigns.entry (city_id, id, campaign_id, no, name, words, note)
      select distinct ${ctx.cityId}::smallint, entry_id, campaign_id, entry_no, '示例问题', '{}'::text[], ''
      from listed`.execute(ctx.tx);
    await sql`
      insert into campaigns.stage (city_id, campaign_id, entry_id, no, state, via_media, from_at, reason)
      select distinct ${ctx.cityId}::smallint, campaign_id, entry_id, 1, 'rectified', false, ${ctx.now}::timestamptz, ''
      from listed`.execute(ctx.tx);
    await sql`
      insert into campaigns.link (city_id, id, campaign_id, entry_id, order_id, from_at, cause, reason)
      select ${ctx.cityId}, gen_random_uuid(), campaign_id, entry_id, order_id, ${ctx.now}, 'added', ''
      from listed`.execute(ctx.tx);
    await sql`
      update orders.order as o set issue_id = told.id
      from many as m join many as told on told.no = m.no - 1
      where m.no % 100 = 1 and o.city_id = ${ctx.cityId} and o.id = m.id`.execute(ctx.tx);
    for (const table of ['campaigns.entry', 'campaigns.stage', 'campaigns.link'])
      await sql`analyze ${sql.table(table)}`.execute(ctx.tx);

    const before = await rowsScanned(ctx, tables);
    const until = new Date(clock.now().getTime() + 86_400_000);
    const back = await cameBackOf(ctx, { campaignId, until });
    expect((await rowsScanned(ctx, tables)) - before).toBe(0);
    const [found] = (
      await sql<{ appeals: number }>`
        select count(distinct o.id)::int as appeals
        from listed as l
        join orders.order as told on told.id = l.order_id
        join orders.order as o on o.issue_id = told.issue_id and o.accepted_at > ${ctx.now}
        where l.campaign_id = ${campaignId}`.execute(ctx.tx)
    ).rows;
    const appeals = new Set(back.flatMap(({ orderIds }) => orderIds));
    expect(found?.appeals).toBeGreaterThan(200);
    expect(appeals.size).toBe(found?.appeals);
  }),
  60_000,
);
