import type { DossierPart, DossierState } from '@minsheng/contract/words/campaigns.ts';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type Dossier = Omit<Selectable<DB['campaigns.dossier']>, 'state'> & {
  readonly state: DossierState;
};
export interface Sign {
  readonly part: DossierPart;
  readonly facts_no: number;
  readonly words: string;
  readonly nobody: string[];
  readonly by_id: string | null;
  readonly at: Date;
  readonly on_day: string | null;
  readonly link: string | null;
}

const dossiers = (ctx: Context) =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.dossier')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<Dossier>();

export async function dossierOfEntry(ctx: Context, entryId: string): Promise<Dossier | null> {
  return (await dossiers(ctx).where('entry_id', '=', entryId).executeTakeFirst()) ?? null;
}

export async function findDossier(ctx: Context, id: string): Promise<Dossier | null> {
  return (await dossiers(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Held against whoever writes it anew, or signs another part of it, at once. */
export async function lockDossier(ctx: Context, id: string): Promise<Dossier | null> {
  return (await dossiers(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

interface Written {
  readonly id: string;
  readonly entryId: string;
  readonly facts: string;
  readonly unit: string;
}

/** 写材料, once for each problem; writing it anew makes what was signed of the former old. */
export async function putDossier(ctx: Context, { id, entryId, facts, unit }: Written) {
  const { rows } = await sql<{ id: string }>`
    insert into campaigns.dossier
      (city_id, id, entry_id, state, facts, facts_no, unit_code, written_by, written_at)
    values (${ctx.cityId}, ${id}, ${entryId}, 'drafting', ${facts}, 1, ${unit}, ${ctx.actor.accountId}, ${ctx.now})
    on conflict (city_id, entry_id) do update
    set facts = excluded.facts, facts_no = dossier.facts_no + 1, unit_code = excluded.unit_code,
      written_by = excluded.written_by, written_at = excluded.written_at
    returning id`.execute(ctx.tx);
  return rows[0]?.id ?? id;
}

export async function markHandedOver(ctx: Context, id: string): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .updateTable('campaigns.dossier')
    .set({ state: 'handed-over', handed_by: ctx.actor.accountId, handed_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export const signsOf = (ctx: Context, dossierId: string): Promise<Sign[]> =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.dossier_sign')
    .select(['part', 'facts_no', 'words', 'nobody', 'by_id', 'at', 'on_day', 'link'])
    .where('city_id', '=', ctx.cityId)
    .where('dossier_id', '=', dossierId)
    .orderBy('no')
    .$castTo<Sign>()
    .execute();

interface NewSign {
  readonly part: DossierPart;
  readonly words: string;
  readonly nobody: readonly string[];
  readonly onDay: string | null;
  readonly link: string | null;
}

export async function insertSign(
  ctx: Context,
  { id, facts_no }: Dossier,
  { part, words, nobody, onDay, link }: NewSign,
): Promise<void> {
  await sql`
    insert into campaigns.dossier_sign (city_id, dossier_id, no, part, facts_no, words, nobody, by_id, at, on_day, link)
    select ${ctx.cityId}, ${id}, coalesce(max(no), 0) + 1, ${part}, ${facts_no}, ${words},
      ${[...nobody]}::text[], ${ctx.actor.accountId}, ${ctx.now}, ${onDay}, ${link}
    from campaigns.dossier_sign
    where city_id = ${ctx.cityId} and dossier_id = ${id}`.execute(ctx.tx);
}
