import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { entrySteps } from '@minsheng/contract/words/campaigns.ts';
import type { SupervisionLevel } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { accountNames } from '../identity/index.ts';
import { rowsFor, visibleAmong } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { findCampaign } from './campaigns.repo.ts';
import { type Entry, entriesAt, findEntry, stagesOf } from './entries.repo.ts';
import { type Link, linksOf } from './links.repo.ts';
import { mayWork } from './policy.ts';
import { pastOf } from './read-campaigns.ts';

type Reply = ReplyOf<typeof contract.readEntry>;
type Row = ReplyOf<typeof contract.listEntries>['rows'][number];

const shownEntries = 300;
const shownOrders = 300;

/** 问题清单, now or at a past instant. */
export async function listEntries(
  ctx: Context,
  { campaignId, at, state }: InputOf<typeof contract.listEntries>,
): Promise<ReplyOf<typeof contract.listEntries>> {
  const campaign = await findCampaign(ctx, campaignId);
  const asked = { at: pastOf(ctx, at), campaignId, state, most: shownEntries };
  return {
    rows: await entryViews(ctx, await entriesAt(ctx, asked)),
    shownCap: shownEntries,
    can: { work: mayWork(ctx.actor, campaign).allowed },
  };
}

/** 一个清单问题: its appeals that this person may see, and how it came to where it stands. */
export async function readEntry(
  ctx: Context,
  { entryId }: InputOf<typeof contract.readEntry>,
): Promise<Reply> {
  const entry = await findEntry(ctx, entryId);
  const campaign = await findCampaign(ctx, entry.campaign_id);
  const [view] = await entryViews(ctx, [entry]);
  if (!view) throw new Error('A problem that was read has no view.');
  const links = await linksOf(ctx, entryId);
  const seen = await visibleAmong(
    ctx,
    links.map(({ order_id }) => order_id),
  );
  const shown = links.filter(({ order_id }) => seen.has(order_id)).slice(0, shownOrders);
  const can = { work: mayWork(ctx.actor, campaign).allowed };
  return {
    ...view,
    campaignId: entry.campaign_id,
    note: entry.note,
    orders: await orderViews(ctx, shown),
    shownCap: shownOrders,
    hidden: links.length - seen.size,
    history: await historyOfEntry(ctx, entry),
    next: can.work ? entrySteps[entry.state].filter((to) => to !== 'to-media') : [],
    can,
  };
}

export async function entryViews(ctx: Context, rows: readonly Entry[]): Promise<Row[]> {
  const areas = await organisation.areaNames(
    ctx,
    rows.flatMap(({ area_code }) => area_code ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    no: row.no,
    name: row.name,
    state: row.state,
    since: row.since.toISOString(),
    areaName: row.area_code === null ? null : (areas.get(row.area_code) ?? null),
    words: row.words,
    appeals: row.appeals,
    supervisions: row.supervisions,
  }));
}

async function orderViews(ctx: Context, links: readonly Link[]): Promise<Reply['orders']> {
  const ids = links.map(({ order_id }) => order_id);
  const rows = await rowsFor(ctx, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const levels = await levelsOf(ctx, ids);
  return links.flatMap(({ order_id, cause, from_at, closeness }) => {
    const order = byId.get(order_id);
    if (!order) return [];
    const supervised = levels.get(order_id) ?? [];
    return [{ order, cause, since: from_at.toISOString(), closeness, supervised }];
  });
}

/** 督办过的级别 of each, as they were given. */
async function levelsOf(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, SupervisionLevel[]>> {
  if (ids.length === 0) return new Map();
  const rows = await readerOf(ctx.tx)
    .selectFrom('supervision.supervision')
    .select(['order_id', 'level'])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...ids])
    .where('opened_at', 'is not', null)
    .orderBy('no')
    .$castTo<{ order_id: string; level: SupervisionLevel }>()
    .execute();
  const byOrder = Map.groupBy(rows, ({ order_id }) => order_id);
  return new Map([...byOrder].map(([id, own]) => [id, own.map(({ level }) => level)]));
}

async function historyOfEntry(ctx: Context, entry: Entry): Promise<Reply['history']> {
  const stages = await stagesOf(ctx, entry);
  const names = await accountNames(
    ctx,
    stages.map(({ by_id }) => by_id),
  );
  return stages.map(({ state, from_at, by_id, reason }) => ({
    state,
    at: from_at.toISOString(),
    by: by_id === null ? null : (names.get(by_id) ?? ''),
    reason,
  }));
}
