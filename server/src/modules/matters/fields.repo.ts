import { matterField } from '@minsheng/contract/city.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from '../organisation/index.ts';

/** 要素: one field a matter adds to the order form. */
export type MatterField = z.output<typeof matterField>;

export interface StoredField {
  prefix: string;
  no: number;
  retired: boolean;
  field: MatterField;
}

/** Retired ones too: old orders hold their values. */
export const allFields = keptPerVersion(async (ctx: Context): Promise<readonly StoredField[]> => {
  const rows = await tablesOf<'matters'>(ctx.tx)
    .selectFrom('matters.field')
    .select(['prefix', 'no', 'retired', 'definition'])
    .where('city_id', '=', ctx.cityId)
    .orderBy('prefix')
    .orderBy('no')
    .orderBy('code')
    .execute();
  return rows.map(({ definition, ...row }) => ({ ...row, field: matterField.parse(definition) }));
});

/** Adds a field to a prefix, or changes the one of that code. Marked as a person's, so that no load undoes it. */
export async function write(ctx: Context, prefix: string, field: MatterField): Promise<void> {
  const others = (await allFields(ctx)).filter((row) => row.prefix === prefix);
  const definition = jsonb(field);
  await tablesOf<'matters'>(ctx.tx)
    .insertInto('matters.field')
    .values({
      city_id: ctx.cityId,
      prefix,
      code: field.code,
      no: others.length,
      definition,
      edited_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'prefix', 'code'])
        .doUpdateSet({ definition, retired: false, edited_at: ctx.now }),
    )
    .execute();
}
