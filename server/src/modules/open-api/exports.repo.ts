import { type ExportState, exportStates } from '@minsheng/contract/words/exports.ts';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

type Row = Selectable<DB['open_api.export']>;
export type Export = Omit<Row, 'state'> & { readonly state: ExportState };
export type Part = Selectable<DB['open_api.export_part']>;

const states = z.enum(exportStates);

export async function exportOf(ctx: Context, id: string): Promise<Export | null> {
  const row = await tablesOf<'open_api'>(ctx.tx)
    .selectFrom('open_api.export')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, state: states.parse(row.state) } : null;
}

type NewExport = Pick<Row, 'id' | 'account_id' | 'key_id' | 'from_on' | 'to_on' | 'purpose'>;

/** False: one of this account is still being written. */
export async function insertExport(ctx: Context, row: NewExport): Promise<boolean> {
  const made = await tablesOf<'open_api'>(ctx.tx)
    .insertInto('open_api.export')
    .values({ ...row, city_id: ctx.cityId, state: 'waiting', asked_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return made.length === 1;
}

/** 放弃: what should long be written and is not; answers which. */
export async function giveUpExports(
  ctx: Context,
  { accountId, before }: { accountId: string; before: Date },
): Promise<string[]> {
  const rows = await tablesOf<'open_api'>(ctx.tx)
    .updateTable('open_api.export')
    .set({ state: 'failed', done_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('state', '=', 'waiting')
    .where('asked_at', '<', before)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What was given up meanwhile stays so. */
export async function endExport(
  ctx: Context,
  { id, state, rows }: { id: string; state: ExportState; rows: number },
): Promise<void> {
  await tablesOf<'open_api'>(ctx.tx)
    .updateTable('open_api.export')
    .set({ state, rows, done_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .where('state', state === 'expired' ? '<>' : '=', 'waiting')
    .execute();
}

export async function partsOf(ctx: Context, exportId: string): Promise<Part[]> {
  return tablesOf<'open_api'>(ctx.tx)
    .selectFrom('open_api.export_part')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('export_id', '=', exportId)
    .orderBy('no')
    .execute();
}

/** Written again after a fall, a part takes its own place. */
export async function putPart(ctx: Context, part: Omit<Part, 'city_id'>): Promise<void> {
  const { rows, bytes, digest } = part;
  await tablesOf<'open_api'>(ctx.tx)
    .insertInto('open_api.export_part')
    .values({ ...part, city_id: ctx.cityId })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'export_id', 'no']).doUpdateSet({ rows, bytes, digest }),
    )
    .execute();
}

/** Answers the contents nobody needs any more: two exports may have a part in common. */
export async function dropParts(ctx: Context, exportId: string): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`
    with gone as (
      delete from open_api.export_part
      where city_id = ${ctx.cityId} and export_id = ${exportId}
      returning digest
    )
    select distinct gone.digest
    from gone
    where not exists (
      select from open_api.export_part as other
      where other.city_id = ${ctx.cityId} and other.digest = gone.digest and other.export_id <> ${exportId})`.execute(
    ctx.tx,
  );
  return rows.map(({ digest }) => digest);
}
