import { type CorrectedKind, correctedKinds } from '@minsheng/contract/words/calendar.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface Correction {
  readonly id: string;
  readonly on: string;
  readonly kind: CorrectedKind;
  readonly name: string;
  readonly source: string;
  readonly state: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

const kindOf = z.enum(correctedKinds);
const columns = [
  'id',
  sql<string>`on_day::text`.as('on'),
  'kind',
  'name',
  'source',
  'state',
  'proposed_by as proposedBy',
  'proposed_at as proposedAt',
] as const;

/** What still waits for the second person. */
export async function waitingCorrections(ctx: Context): Promise<Correction[]> {
  const rows = await tablesOf<'calendar'>(ctx.tx)
    .selectFrom('calendar.correction')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', 'proposed')
    .orderBy('on_day')
    .execute();
  return rows.map((row) => ({ ...row, kind: kindOf.parse(row.kind) }));
}

/** Held, so that two persons do not decide it at once. */
export async function lockCorrection(ctx: Context, id: string): Promise<Correction | null> {
  const row = await tablesOf<'calendar'>(ctx.tx)
    .selectFrom('calendar.correction')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, kind: kindOf.parse(row.kind) } : null;
}

export async function insertCorrection(
  ctx: Context,
  correction: Omit<Correction, 'state' | 'proposedAt'>,
): Promise<boolean> {
  const { on, proposedBy, ...said } = correction;
  const made = await tablesOf<'calendar'>(ctx.tx)
    .insertInto('calendar.correction')
    .values({
      city_id: ctx.cityId,
      ...said,
      on_day: on,
      state: 'proposed',
      proposed_by: proposedBy,
      proposed_at: ctx.now,
      decided_by: null,
      decided_at: null,
    })
    // Against two persons who propose the same day at once.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function settleCorrection(
  ctx: Context,
  { id, on }: Pick<Correction, 'id' | 'on'>,
  state: 'confirmed' | 'refused',
): Promise<void> {
  const tables = tablesOf<'calendar'>(ctx.tx);
  if (state === 'confirmed')
    await tables
      .updateTable('calendar.correction')
      .set({ state: 'replaced' })
      .where('city_id', '=', ctx.cityId)
      .where('on_day', '=', on)
      .where('state', '=', 'confirmed')
      .execute();
  await tables
    .updateTable('calendar.correction')
    .set({ state, decided_by: ctx.actor.accountId, decided_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
