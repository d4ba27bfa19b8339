import type { RowProposalState } from '@minsheng/contract/words/disputes.ts';
import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { placeLevels } from '../organisation/index.ts';
import type { Precedent } from './precedents.repo.ts';

/** 目录增补建议. */
export interface RowProposal extends Omit<Selectable<DB['dispatch.row_proposal']>, 'state'> {
  state: RowProposalState;
}

export async function proposeRow(ctx: Context, from: Precedent): Promise<void> {
  await tablesOf<'dispatch'>(ctx.tx)
    .insertInto('dispatch.row_proposal')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      precedent_id: from.id,
      matter_code: from.matter_code,
      area: from.county ?? placeLevels(from.lead).city.slice(0, 4),
      lead: from.lead,
      basis: from.basis,
      proposed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'precedent_id']).doNothing())
    .execute();
}

const shown = 100;

/** Undecided ones first, then the latest decided. */
export async function rowProposals(ctx: Context): Promise<RowProposal[]> {
  const rows = await tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.row_proposal')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .orderBy('decided_at', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .limit(shown)
    .execute();
  return rows as RowProposal[];
}

/** Held, and still undecided. Refuses `dispatch.no-such-proposal`, `dispatch.proposal-decided`. */
export async function lockProposed(ctx: Context, id: string): Promise<RowProposal> {
  const row = await tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.row_proposal')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  refuseUnless(row, 'dispatch.no-such-proposal');
  refuseUnless(row.state === 'proposed', 'dispatch.proposal-decided');
  return row as RowProposal;
}

export async function decide(
  ctx: Context,
  id: string,
  as: { state: RowProposalState; why: string; rowId: string | null },
): Promise<void> {
  await tablesOf<'dispatch'>(ctx.tx)
    .updateTable('dispatch.row_proposal')
    .set({
      state: as.state,
      why: as.why,
      row_id: as.rowId,
      decided_by: ctx.actor.accountId,
      decided_at: ctx.now,
    })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
