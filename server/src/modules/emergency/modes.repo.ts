import { type EmergencyKind, emergencyKinds } from '@minsheng/contract/words/emergency.ts';
import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type Mode = Selectable<DB['emergency.mode']>;
export type Group = Selectable<DB['emergency.linkage_group']>;

/** The closed word of a column. */
export const kindOf = (kind: string): EmergencyKind =>
  emergencyKinds.find((each) => each === kind) ?? 'drill';

const modes = (ctx: Context) =>
  tablesOf<'emergency'>(ctx.tx)
    .selectFrom('emergency.mode')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

/** Those that run first, then the latest. */
export const latestModes = (ctx: Context, most: number): Promise<Mode[]> =>
  modes(ctx).orderBy(sql`ended_at is not null`).orderBy('id', 'desc').limit(most).execute();

/** Against its end in the same moment: whoever joins it joins what runs. */
export const runningWith = async (ctx: Context, groupCode: string): Promise<Mode | null> =>
  (await modes(ctx)
    .where('group_code', '=', groupCode)
    .where('ended_at', 'is', null)
    .forShare()
    .executeTakeFirst()) ?? null;

export const findMode = async (ctx: Context, id: string): Promise<Mode | null> =>
  (await modes(ctx).where('id', '=', id).executeTakeFirst()) ?? null;

/** Against an end in the middle of a dispatch or of an approval: it waits for them, and they for it. */
export const holdMode = async (ctx: Context, id: string): Promise<Mode | null> =>
  (await modes(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

/** Several dispatch in one mode at once; only its end stands in the way. */
export const shareMode = async (ctx: Context, id: string): Promise<Mode | null> =>
  (await modes(ctx).where('id', '=', id).forShare().executeTakeFirst()) ?? null;

/** False: one runs with the group already, or was opened in the same moment. */
export async function insertMode(
  ctx: Context,
  row: Insertable<DB['emergency.mode']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf<'emergency'>(ctx.tx)
    .insertInto('emergency.mode')
    .values(row)
    .onConflict((on) =>
      on.columns(['city_id', 'group_code']).where('ended_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function markEnded(ctx: Context, id: string, summary: string): Promise<void> {
  await tablesOf<'emergency'>(ctx.tx)
    .updateTable('emergency.mode')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.accountId, summary })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export const savedGroups = (ctx: Context): Promise<Group[]> =>
  tablesOf<'emergency'>(ctx.tx)
    .selectFrom('emergency.linkage_group')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .orderBy('code')
    .execute();

export async function keepGroup(
  ctx: Context,
  { code, name, kind, units }: Pick<Group, 'code' | 'name' | 'kind' | 'units'>,
): Promise<void> {
  const set = { name, kind, units, changed_at: ctx.now, changed_by: ctx.actor.accountId };
  await tablesOf<'emergency'>(ctx.tx)
    .insertInto('emergency.linkage_group')
    .values({ city_id: ctx.cityId, code, ...set })
    .onConflict((on) => on.columns(['city_id', 'code']).doUpdateSet(set))
    .execute();
}
