import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { EntryState } from '@minsheng/contract/words/campaigns.ts';
import { type VisitOutcome, visitOutcomeLabel } from '@minsheng/contract/words/visits.ts';
import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { knowConcern } from '../letters/index.ts';
import * as organisation from '../organisation/index.ts';
import { supervise } from '../supervision/index.ts';
import { askVisit, findVisibleVisit, visitsOf } from '../visits/index.ts';
import { lockCampaign } from './campaigns.repo.ts';
import { entriesAt, findEntry } from './entries.repo.ts';
import { heldEntry } from './held-entry.ts';
import { linksOf } from './links.repo.ts';
import { step } from './move-entry.ts';
import { campaignText } from './text.ts';

/** 派现场核查 of a listed problem. */
export async function inspectEntry(
  ctx: Context,
  { entryId, ...asked }: InputOf<typeof contract.inspectEntry>,
): Promise<{ visitId: string }> {
  await heldEntry(ctx, entryId);
  const concern = { kind: 'campaign-entry' as const, id: entryId };
  return askVisit(ctx, { ...asked, purpose: 'supervision', concern });
}

/** 现场核查情况. */
export async function listInspections(
  ctx: Context,
  { entryId }: InputOf<typeof contract.listInspections>,
): Promise<ReplyOf<typeof contract.listInspections>> {
  await findEntry(ctx, entryId);
  const visits = await visitsOf(ctx, { kind: 'campaign-entry', id: entryId });
  const names = await organisation.unitNames(
    ctx,
    visits.map(({ visitor_unit }) => visitor_unit),
  );
  return {
    rows: visits.map((visit) => ({
      id: visit.id,
      state: visit.state,
      outcome: visit.outcome,
      visitorUnit: names.get(visit.visitor_unit) ?? visit.visitor_unit,
      visitBy: visit.visit_by,
      doneAt: visit.finished_at?.toISOString() ?? null,
    })),
    can: { ask: ctx.actor.has('campaigns.work') && ctx.actor.has('visits.ask') },
  };
}

/** 督办 of chosen appeals; one that may not be supervised stops all of them, and says why. */
export async function superviseEntry(
  ctx: Context,
  { entryId, orderIds, ...asked }: InputOf<typeof contract.superviseEntry>,
): Promise<{ supervised: number }> {
  await heldEntry(ctx, entryId);
  const ids = [...new Set(orderIds)].toSorted();
  const inside = new Set((await linksOf(ctx, entryId)).map(({ order_id }) => order_id));
  const count = ids.filter((id) => !inside.has(id)).length;
  refuseUnless(count === 0, 'campaigns.not-in-it', { count });
  for (const orderId of ids) await supervise(ctx, { orderId, ...asked });
  return { supervised: ids.length };
}

const inspected = job('campaigns:inspected', news);
on('visits.finished', inspected);

/** 核查结论推进清单: the first look at it, and every later one. */
handle(inspected, async (ctx, { id, actorId }) => {
  const visit = await findVisibleVisit(ctx, id);
  if (visit.concern_kind !== 'campaign-entry' || visit.concern_id === null) return;
  const { outcome } = visit;
  const [known] = await entriesAt(ctx, { at: ctx.now, entryId: visit.concern_id, most: 1 });
  if (!known || outcome === null) return;
  if ((await lockCampaign(ctx, known.campaign_id)).state !== 'running') return;
  const entry = await findEntry(ctx, known.id);
  const reason = campaignText.found(visitOutcomeLabel[outcome], visit.id);
  // The news may come twice: what this visit moved already says so in its reason.
  if (entry.reason === reason) return;
  const to = after(entry.state, outcome);
  if (to !== null) await step(ctx, entry, { to, reason, byId: actorId });
});

/** What a look makes of it: cured where it is cured; otherwise seen, and not rectified when seen again. */
function after(state: EntryState, outcome: VisitOutcome): EntryState | null {
  const isCured = outcome === 'fixed';
  switch (state) {
    case 'listed':
      return isCured ? 'rectified' : 'inspected';
    case 'inspected':
      return isCured ? 'rectified' : 'not-rectified';
    case 'not-rectified':
    case 'to-media':
      return isCured ? 'rectified' : null;
    case 'rectified':
      return isCured ? null : 'not-rectified';
    case 'proposed':
    case 'aside':
    case 'merged':
      return null;
    default:
      return state satisfies never;
  }
}

knowConcern('campaign-entry', async (ctx, id) => {
  const [entry] = await entriesAt(ctx, { at: ctx.now, entryId: id, most: 1 });
  return entry !== undefined && ctx.actor.has('campaigns.read');
});
