import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../../platform/context.ts';
import { dayAfter, dayOf } from '../../../platform/zone.ts';
import { accountNames } from '../../identity/index.ts';
import { returnedOf } from '../../indicators/index.ts';
import * as matters from '../../matters/index.ts';
import { rowsFor, visibleAmong } from '../../orders/index.ts';
import { type Campaign, findCampaign } from '../campaigns.repo.ts';
import { mayRank } from '../policy.ts';
import { candidatesOf } from '../snapshots.repo.ts';
import { measureViews } from './measures.ts';
import { type CameBack, cameBackOf, rechecksOf, rectifiedIn } from './rechecks.repo.ts';

type Reply = ReplyOf<typeof contract.readAfter>;

/** Of one problem. */
const shownOrders = 20;

/** 长效机制、复查: what it left behind and what came back, until now. */
export async function readAfter(
  ctx: Context,
  { campaignId }: InputOf<typeof contract.readAfter>,
): Promise<Reply> {
  const campaign = await findCampaign(ctx, campaignId);
  const cameBack = await cameBackOf(ctx, { campaignId, until: ctx.now });
  return {
    measures: await measureViews(ctx, campaignId),
    rechecks: await recheckViews(ctx, campaign),
    rectified: await rectifiedIn(ctx, campaignId),
    cameBack: await cameBackViews(ctx, cameBack),
    shownCap: shownOrders,
    matter: await matterOf(ctx, campaign),
    can: { work: mayRank(ctx.actor).allowed },
  };
}

async function recheckViews(
  ctx: Context,
  { id, state, closings }: Campaign,
): Promise<Reply['rechecks']> {
  const rows = await rechecksOf(ctx, id);
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const names = await accountNames(
    ctx,
    rows.map(({ made_by }) => made_by),
  );
  return rows
    .filter(
      ({ outcome, closing }) => outcome !== null || (state === 'closed' && closing === closings),
    )
    .map((row) => ({
      afterDays: row.after_days,
      closedOn: row.closed_on,
      dueOn: row.due_on,
      isDue: row.outcome === null && row.due_on <= today,
      outcome: row.outcome,
      words: row.words,
      problems: row.problems,
      appeals: row.appeals,
      madeBy: row.made_at && (names.get(row.made_by ?? '') ?? ''),
      madeAt: row.made_at?.toISOString() ?? null,
    }));
}

async function cameBackViews(ctx: Context, all: readonly CameBack[]): Promise<Reply['cameBack']> {
  const shownIds = all.flatMap(({ orderIds }) => orderIds.slice(0, shownOrders));
  const seen = await visibleAmong(ctx, shownIds);
  const rows = await rowsFor(ctx, [...seen]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return all.map(({ entryId, no, name, since, orderIds }) => ({
    entryId,
    no,
    name,
    since: since.toISOString(),
    appeals: orderIds.length,
    orders: orderIds.slice(0, shownOrders).flatMap((id) => byId.get(id) ?? []),
  }));
}

/** K45 of the branch it was picked for; nothing where nobody picked it from a ranking, or it still runs. */
async function matterOf(ctx: Context, campaign: Campaign): Promise<Reply['matter']> {
  const { snapshot_id, candidate_no, from_on, to_on, closed_at } = campaign;
  if (snapshot_id === null || closed_at === null) return null;
  const chosen = (await candidatesOf(ctx, snapshot_id)).find(({ no }) => no === candidate_no);
  if (!chosen) return null;
  const { matter } = chosen;
  const zone = ctx.city.zone;
  const from = dayOf(closed_at.getTime(), zone);
  const today = dayOf(ctx.now.getTime(), zone);
  const end = dayAfter(from, daysBetween(from_on, to_on));
  const [during, since, name] = await Promise.all([
    returnedOf(ctx, { from: from_on, to: to_on, matter }),
    returnedOf(ctx, { from, to: end < today ? end : today, matter }),
    matters.prefixName(ctx, matter),
  ]);
  return { code: matter, name, during, since };
}

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
