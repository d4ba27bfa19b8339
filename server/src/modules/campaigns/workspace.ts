import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { withoutPeople } from '../text/index.ts';
import { findCampaign } from './campaigns.repo.ts';
import { type Entry, entriesAt } from './entries.repo.ts';
import { linksOf } from './links.repo.ts';
import { seatsOf } from './members.repo.ts';
import { taskViews } from './read-force.ts';

const shownEntries = 300;
const shownOrders = 300;

/** 我的专班. */
export async function listSeats(ctx: Context): Promise<ReplyOf<typeof contract.listSeats>> {
  const seats = await seatsOf(ctx);
  const rows = [];
  for (const { campaign_id, seat } of seats) {
    const { id, title, state } = await findCampaign(ctx, campaign_id);
    if (state === 'running') rows.push({ id, title, seat });
  }
  return { rows };
}

/** 专班工作区: the topic's problems and appeals, and nothing else of anybody's. */
export async function readWorkspace(
  ctx: Context,
  { campaignId }: InputOf<typeof contract.readWorkspace>,
): Promise<ReplyOf<typeof contract.readWorkspace>> {
  await demandSeat(ctx, campaignId);
  const { id, title } = await findCampaign(ctx, campaignId);
  const entries = await countedEntries(ctx, campaignId);
  const shown = [];
  for (const { id: entryId, no, name, state } of entries)
    shown.push({ id: entryId, no, name, state, orders: await rowsOf(ctx, entryId) });
  return {
    id,
    title,
    entries: shown,
    shownCap: shownOrders,
    tasks: await taskViews(ctx, campaignId),
  };
}

/** 一件诉求, as the task force reads it: the words units read, without numbers and names that lead to a person. */
export async function readSeatedOrder(
  ctx: Context,
  { campaignId, orderId }: InputOf<typeof contract.readSeatedOrder>,
): Promise<ReplyOf<typeof contract.readSeatedOrder>> {
  await demandSeat(ctx, campaignId);
  const entries = await countedEntries(ctx, campaignId);
  for (const { id } of entries) {
    const isHere = (await linksOf(ctx, id)).some(({ order_id }) => order_id === orderId);
    if (!isHere) continue;
    const [row] = await seatedRows(ctx, [orderId]);
    const said = orders.textForUnits(await orders.textsOf(ctx, orderId));
    refuseUnless(row && said, 'orders.no-such-order');
    return {
      ...row,
      content: withoutPeople(said.content),
      demand: withoutPeople(said.demand),
    };
  }
  refuseUnless(false, 'orders.no-such-order');
}

/** Sits in the task force now, and the campaign runs. */
async function demandSeat(ctx: Context, campaignId: string): Promise<void> {
  const seats = await seatsOf(ctx);
  refuseUnless(
    seats.some(({ campaign_id }) => campaign_id === campaignId),
    'campaigns.not-seated',
  );
  const { state } = await findCampaign(ctx, campaignId);
  refuseUnless(state === 'running', 'campaigns.closed');
}

async function countedEntries(ctx: Context, campaignId: string): Promise<Entry[]> {
  const all = await entriesAt(ctx, { at: ctx.now, campaignId, most: shownEntries });
  return all.filter(({ state }) => state !== 'proposed' && state !== 'aside' && state !== 'merged');
}

async function rowsOf(ctx: Context, entryId: string): Promise<orders.OrderRow[]> {
  const links = (await linksOf(ctx, entryId)).slice(0, shownOrders);
  return seatedRows(
    ctx,
    links.map(({ order_id }) => order_id),
  );
}

/** Secret orders are for the people they were given to (domain 2.11), whatever topic they are of. */
async function seatedRows(ctx: Context, ids: readonly string[]): Promise<orders.OrderRow[]> {
  const rows = await orders.orderRows(ctx, ids, 'for-units');
  return rows
    .filter(({ secrecy }) => secrecy === 0)
    .map((row) => ({
      ...row,
      title: withoutPeople(row.title),
      address: withoutPeople(row.address),
    }));
}
