import type { dispatch as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { UnitKind } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { insertRow } from './catalogue.repo.ts';
import { permitted } from './policy.ts';
import { decide, lockProposed, type RowProposal, rowProposals } from './row-proposals.repo.ts';
import { levelOfLead } from './suggest-unit.ts';

/** 目录增补建议, for whoever keeps the catalogue. */
export async function listRowProposals(
  ctx: Context,
): Promise<ReplyOf<typeof contract.listRowProposals>> {
  const found = await rowProposals(ctx);
  const [names, areas, units] = await Promise.all([
    matters.matterNames(
      ctx,
      found.map(({ matter_code }) => matter_code),
    ),
    organisation.areaNames(
      ctx,
      found.map(({ area }) => area),
    ),
    organisation.unitNames(
      ctx,
      found.map(({ lead }) => lead),
    ),
  ]);
  return {
    rows: found.map((one) => ({
      id: one.id,
      matter: one.matter_code,
      matterName: names.get(one.matter_code) ?? one.matter_code,
      areaName: areas.get(one.area) ?? ctx.city.name,
      lead: one.lead,
      leadName: units.get(one.lead) ?? one.lead,
      basis: one.basis,
      state: one.state,
      proposedAt: one.proposed_at.toISOString(),
      decidedAt: one.decided_at?.toISOString() ?? null,
      why: one.why,
      rowId: one.row_id,
    })),
  };
}

/** 采纳 or 不采纳: an accepted proposal rules from today on, and stays when the city's folder is read again. */
export async function decideRow(
  ctx: Context,
  { proposalId, accepted, why }: InputOf<typeof contract.decideRow>,
): Promise<{ done: true }> {
  const proposal = await lockProposed(ctx, proposalId);
  demand(permitted(ctx.actor, 'dispatch.govern'));
  if (!accepted) {
    refuseUnless(why, 'dispatch.proposal-why');
    await decide(ctx, proposalId, { state: 'refused', why, rowId: null });
    return { done: true };
  }
  const unit = await organisation.unit(ctx, proposal.lead);
  refuseUnless(unit.takes_orders, 'dispatch.unit-closed', { unit: unit.name });
  const { on } = await calendar.dayFacts(ctx, ctx.now);
  const row = rowOf(proposal, unit.kind, on);
  await insertRow(ctx, row);
  await decide(ctx, proposalId, { state: 'accepted', why, rowId: row.id });
  await organisation.changeCityData(ctx, { what: 'catalogue-row', row: row.id });
  return { done: true };
}

function rowOf(proposal: RowProposal, kind: UnitKind, on: string) {
  return {
    id: `CJ-${proposal.matter_code}-${proposal.id.slice(-8)}`,
    matter: proposal.matter_code,
    area: proposal.area,
    time: 'any',
    lead: proposal.lead,
    assists: [],
    linkage: [],
    backstop: null,
    level: levelOfLead(kind),
    basisKind: 'precedent',
    basis: proposal.basis,
    direct: false,
    validFrom: on,
    validTo: null,
    mark: 'ruled',
  } as const;
}
