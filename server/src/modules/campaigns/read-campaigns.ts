import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import { type Campaign, findCampaign, latestCampaigns, latestGathering } from './campaigns.repo.ts';
import { partsAt } from './funnel.repo.ts';
import { funnelAt, funnelOf } from './funnel.ts';
import { mayClose, mayLead, mayRank, mayWork } from './policy.ts';

type Reply = ReplyOf<typeof contract.readCampaign>;
type Row = ReplyOf<typeof contract.listCampaigns>['rows'][number];

const shownCampaigns = 60;

/** 专题列表. */
export async function listCampaigns(ctx: Context): Promise<ReplyOf<typeof contract.listCampaigns>> {
  const rows = await latestCampaigns(ctx, shownCampaigns);
  const parts = await partsAt(ctx, { campaignIds: rows.map(({ id }) => id), at: ctx.now });
  const byCampaign = Map.groupBy(parts, ({ campaign_id }) => campaign_id);
  const views = await campaignViews(ctx, rows);
  return {
    rows: views.map((view) => {
      const { all, open } = funnelOf(byCampaign.get(view.id) ?? []);
      return { ...view, problems: all.problems, open: open.problems };
    }),
    shownCap: shownCampaigns,
    can: { open: mayLead(ctx.actor).allowed, work: mayRank(ctx.actor).allowed },
  };
}

/** 一个专题, with its funnel now or at a past instant. */
export async function readCampaign(
  ctx: Context,
  { campaignId, at }: InputOf<typeof contract.readCampaign>,
): Promise<Reply> {
  const row = await findCampaign(ctx, campaignId);
  const [view] = await campaignViews(ctx, [row]);
  const gathering = await latestGathering(ctx, campaignId);
  if (!view) throw new Error('A campaign that was read has no view.');
  return {
    ...view,
    why: row.why,
    terms: row.terms,
    snapshotId: row.snapshot_id,
    candidateNo: row.candidate_no,
    templateId: row.template_id,
    closedReason: row.closed_reason,
    funnel: await funnelAt(ctx, { campaignId, at: pastOf(ctx, at) }),
    gathering: gathering && {
      state: gathering.state,
      askedAt: gathering.asked_at.toISOString(),
      read: gathering.read,
      proposed: gathering.proposed,
    },
    can: { work: mayWork(ctx.actor, row).allowed, lead: mayClose(ctx.actor, row).allowed },
  };
}

/** What is still to come is asked for as now. */
export function pastOf(ctx: Context, at: string | undefined): Date {
  const asked = at === undefined ? ctx.now : new Date(at);
  return asked < ctx.now ? asked : ctx.now;
}

async function campaignViews(
  ctx: Context,
  rows: readonly Campaign[],
): Promise<Omit<Row, 'problems' | 'open'>[]> {
  const names = await accountNames(
    ctx,
    rows.map(({ opened_by }) => opened_by),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    theme: row.theme,
    terms: row.terms,
    year: row.year,
    quarter: row.quarter,
    from: row.from_on,
    to: row.to_on,
    openedAt: row.opened_at.toISOString(),
    openedBy: names.get(row.opened_by ?? '') ?? '',
    closedAt: row.closed_at?.toISOString() ?? null,
  }));
}
