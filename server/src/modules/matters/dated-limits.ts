import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { changeCityData, keptPerVersion } from '../organisation/index.ts';
import type { LimitRule } from './rules.ts';

/** 限期的时限规则: put by persons for some days, compared with those of the city's folder like any other. */
export const datedLimits: (ctx: Context) => Promise<readonly LimitRule[]> = keptPerVersion(
  async (ctx) => {
    const rows = await tablesOf<'matters'>(ctx.tx)
      .selectFrom('matters.dated_limit')
      .select(['id', 'area', 'matter', 'limit_class', 'valid_from', 'valid_to'])
      .where('city_id', '=', ctx.cityId)
      .where('until_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map(({ id, area, matter, limit_class, valid_from, valid_to }) => ({
      ...{ id, area, matter, limitClass: limit_class },
      ...{ urgency: null, type: null, channel: null, validFrom: valid_from, validTo: valid_to },
    }));
  },
);

interface DatedLimit {
  readonly area: string;
  readonly matters: readonly string[];
  readonly limitClass: string;
  readonly from: string;
  readonly to: string;
}

/** 设限期时限, with the caller's own permission: one row a matter. Answers what takes them back. */
export async function putDatedLimits(ctx: Context, put: DatedLimit): Promise<string[]> {
  const rows = put.matters.map((matter) => ({ id: ctx.newId(), matter }));
  await tablesOf<'matters'>(ctx.tx)
    .insertInto('matters.dated_limit')
    .values(
      rows.map((row) => ({
        city_id: ctx.cityId,
        ...row,
        area: put.area,
        limit_class: put.limitClass,
        valid_from: put.from,
        valid_to: put.to,
        put_at: ctx.now,
        put_by: ctx.actor.accountId,
      })),
    )
    .execute();
  await changeCityData(ctx, { what: 'dated-limit', area: put.area, class: put.limitClass });
  return rows.map(({ id }) => id);
}

/** 收回: orders that got it keep it. */
export async function endDatedLimits(ctx: Context, ids: readonly string[]): Promise<void> {
  await tablesOf<'matters'>(ctx.tx)
    .updateTable('matters.dated_limit')
    .set({ until_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .where('until_at', 'is', null)
    .execute();
  await changeCityData(ctx, { what: 'dated-limit' });
}
