import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 账号名 by id. */
export async function accountNames(
  ctx: Context,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.account')
    .select(['id', 'name'])
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
