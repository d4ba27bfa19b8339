import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { sweep } from '../../platform/sweep.ts';

// A form nobody took up again for a month still holds a person's words and number.
sweep({ table: 'intake.draft', overAt: 'saved_at', keptHours: 30 * 24 });

export interface Draft {
  id: string;
  labelEnc: Buffer;
  formEnc: Buffer;
  savedAt: Date;
}

export async function draftsOf(ctx: Context, accountId: string): Promise<Draft[]> {
  return tablesOf<'intake'>(ctx.tx)
    .selectFrom('intake.draft')
    .select(['id', 'label_enc as labelEnc', 'form_enc as formEnc', 'saved_at as savedAt'])
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .orderBy('saved_at', 'desc')
    .limit(50)
    .execute();
}

export async function keepDraft(
  ctx: Context,
  accountId: string,
  draft: Omit<Draft, 'savedAt'>,
): Promise<void> {
  await sql`
    insert into intake.draft (city_id, account_id, id, label_enc, form_enc, saved_at)
    values (${ctx.cityId}, ${accountId}, ${draft.id}, ${draft.labelEnc}, ${draft.formEnc}, ${ctx.now})
    on conflict (city_id, account_id, id) do update
      set label_enc = excluded.label_enc, form_enc = excluded.form_enc, saved_at = excluded.saved_at`.execute(
    ctx.tx,
  );
}

export async function dropDraftRow(ctx: Context, accountId: string, id: string): Promise<void> {
  await tablesOf<'intake'>(ctx.tx)
    .deleteFrom('intake.draft')
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute();
}
