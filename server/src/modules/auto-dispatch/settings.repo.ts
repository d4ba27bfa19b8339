import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Rules } from './held-by-matter.ts';

export interface Setting {
  readonly isOn: boolean;
  readonly barPermille: number;
  readonly surePermille: number;
  /** Whose chain changes are told on; null before the first. */
  readonly subjectId: string | null;
}

/** A new city: off. */
export const untouched: Setting = {
  isOn: false,
  barPermille: 970,
  surePermille: 950,
  subjectId: null,
};

interface Row {
  subject_id: string;
  is_on: boolean;
  bar_permille: number;
  sure_permille: number;
}

const asSetting = (row: Row | undefined): Setting =>
  row === undefined
    ? untouched
    : {
        isOn: row.is_on,
        barPermille: row.bar_permille,
        surePermille: row.sure_permille,
        subjectId: row.subject_id,
      };

const row = (ctx: Context) =>
  tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.setting')
    .select(['subject_id', 'is_on', 'bar_permille', 'sure_permille'])
    .where('city_id', '=', ctx.cityId);

export async function setting(ctx: Context): Promise<Setting> {
  return asSetting(await row(ctx).executeTakeFirst());
}

/** Held against the switch: once it is off, nothing that read it on may still commit. */
export async function settingHeld(ctx: Context): Promise<Setting> {
  return asSetting(await row(ctx).forShare().executeTakeFirst());
}

/** Held against another change, so that what it is told to have been before is what it was. */
export async function settingToChange(ctx: Context): Promise<Setting & { subjectId: string }> {
  const { isOn, barPermille, surePermille } = untouched;
  await sql`
    insert into auto_dispatch.setting (city_id, subject_id, is_on, bar_permille, sure_permille)
    values (${ctx.cityId}, ${ctx.newId()}::uuid, ${isOn}, ${barPermille}, ${surePermille})
    on conflict do nothing`.execute(ctx.tx);
  const found = await row(ctx).forUpdate().executeTakeFirstOrThrow();
  return { ...asSetting(found), subjectId: found.subject_id };
}

export async function changeSetting(
  ctx: Context,
  set: Partial<Omit<Row, 'subject_id'>>,
): Promise<void> {
  await tablesOf<'auto_dispatch'>(ctx.tx)
    .updateTable('auto_dispatch.setting')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .execute();
}

export interface MatterSetting {
  readonly isOff: boolean;
  /** Null: the city's. */
  readonly barPermille: number | null;
}

const asEverywhere: MatterSetting = { isOff: false, barPermille: null };

export async function matterSettings(ctx: Context): Promise<Map<string, MatterSetting>> {
  const rows = await tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.matter')
    .select(['matter_code', 'is_off', 'bar_permille'])
    .where('city_id', '=', ctx.cityId)
    .execute();
  return new Map(
    rows.map(({ matter_code, is_off, bar_permille }) => [
      matter_code,
      { isOff: is_off, barPermille: bar_permille },
    ]),
  );
}

export async function matterSetting(ctx: Context, matterCode: string): Promise<MatterSetting> {
  const found = await tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.matter')
    .select(['is_off', 'bar_permille'])
    .where('city_id', '=', ctx.cityId)
    .where('matter_code', '=', matterCode)
    .executeTakeFirst();
  return found ? { isOff: found.is_off, barPermille: found.bar_permille } : asEverywhere;
}

export async function saveMatter(
  ctx: Context,
  matterCode: string,
  { isOff, barPermille }: MatterSetting,
): Promise<void> {
  const columns = { is_off: isOff, bar_permille: barPermille };
  await tablesOf<'auto_dispatch'>(ctx.tx)
    .insertInto('auto_dispatch.matter')
    .values({ city_id: ctx.cityId, matter_code: matterCode, ...columns })
    .onConflict((conflict) => conflict.columns(['city_id', 'matter_code']).doUpdateSet(columns))
    .execute();
}

/** What holds for a matter: its own bar, else the city's. */
export const rulesFor = (
  { isOn, barPermille }: Setting,
  matter: MatterSetting = asEverywhere,
): Rules => ({
  isOn,
  isMatterOff: matter.isOff,
  barPermille: matter.barPermille ?? barPermille,
});
