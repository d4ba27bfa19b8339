import type { nodes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { accountNames } from '../identity/index.ts';
import { rowsFor, visibleAmong } from '../orders/index.ts';
import { areaNames, cityHour } from '../organisation/index.ts';
import * as candidates from './candidates.repo.ts';
import { dayLabels } from './days.ts';
import { before, held, type NodeRow } from './nodes.repo.ts';
import { mayPrepare, mayReview } from './policy.ts';
import { find as findReading, latest, latestDone, type ReadingRow } from './readings.repo.ts';
import { ordinaryLabel } from './text.ts';
import { nodeViews } from './views.ts';
import { ofNodes } from './watches.repo.ts';

type Reply = ReplyOf<typeof contract.readNode>;
const shown = 100;

/** 一个节点: what earlier windows brought day by day, what people named, what is watched. */
export async function readNode(
  ctx: Context,
  { nodeId }: InputOf<typeof contract.readNode>,
): Promise<Reply> {
  const node = await held(ctx, nodeId);
  const [[view], last, done] = await Promise.all([
    nodeViews(ctx, [node]),
    latest(ctx, nodeId),
    latestDone(ctx, nodeId),
  ]);
  const reading = done ?? last;
  refuseUnless(view, 'nodes.no-such-node');
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  return {
    ...view,
    reading: reading && readingView(reading),
    again: last && last.id !== reading?.id ? last.state : null,
    candidates: reading ? await candidateViews(ctx, node, reading.id) : [],
    shownCap: shown,
    lastReview: await lastReview(ctx, node),
    review: await reviewOf(ctx, node),
    can: {
      work: mayPrepare(ctx.actor, node).allowed,
      review: mayReview(ctx.actor, node, today).allowed,
    },
  };
}

const readingView = (row: ReadingRow): Reply['reading'] => ({
  id: row.id,
  state: row.state,
  askedAt: row.asked_at.toISOString(),
  windows: [...row.windows],
  orders: row.orders,
  people: row.people,
  ordinaryOrders: row.ordinary,
  ordinaryDays: row.ordinary_days,
});

async function candidateViews(
  ctx: Context,
  node: NodeRow,
  readingId: string,
): Promise<Reply['candidates']> {
  const [rows, watches] = await Promise.all([
    candidates.ofReading(ctx, readingId, shown),
    ofNodes(ctx, [node.id]),
  ]);
  const names = await areaNames(ctx, [...new Set(rows.map(({ county }) => county))]);
  const inForce = watches.filter(({ until_at }) => until_at === null);
  return rows.map(({ reading_id: _, county, reasons, ...row }) => ({
    ...row,
    areaName: names.get(county) ?? ctx.city.name,
    areaCode: county,
    reasons: [...reasons],
    watchId:
      inForce.find(
        (one) => one.candidate_id === row.id || (one.name === row.name && one.county === county),
      )?.id ?? null,
  }));
}

/** 上一年的复盘: what it said, and what it wanted watched again. */
async function lastReview(ctx: Context, node: NodeRow): Promise<Reply['lastReview']> {
  const [earlier] = await before(ctx, node);
  if (!earlier?.review || earlier.reviewed_at === null) return null;
  const watches = await ofNodes(ctx, [earlier.id]);
  return {
    nodeId: earlier.id,
    name: earlier.name,
    year: earlier.year,
    words: earlier.review,
    at: earlier.reviewed_at.toISOString(),
    stays: watches
      .filter(({ stays }) => stays === true)
      .map(({ object_id, name, county, stays_words }) => ({
        ...{ objectId: object_id, name, areaCode: county, words: stays_words ?? '' },
      })),
  };
}

async function reviewOf(ctx: Context, node: NodeRow): Promise<Reply['review']> {
  if (node.review === null || node.reviewed_at === null) return null;
  const names = await accountNames(ctx, [node.reviewed_by]);
  return {
    words: node.review,
    by: names.get(node.reviewed_by ?? '') ?? '',
    at: node.reviewed_at.toISOString(),
  };
}

const shownBehind = 300;

/** 数字背后的工单 of a found object, each with the day of the holiday it counts for. */
export async function listBehind(
  ctx: Context,
  { candidateId }: InputOf<typeof contract.listBehind>,
): Promise<ReplyOf<typeof contract.listBehind>> {
  const candidate = await candidates.find(ctx, candidateId);
  refuseUnless(candidate, 'nodes.no-such-candidate');
  const reading = await findReading(ctx, candidate.reading_id);
  const read = await candidates.behind(ctx, candidateId, shownBehind);
  const ids = [...new Set(read.map(({ order_id }) => order_id))];
  const seen = await visibleAmong(ctx, ids);
  const rows = new Map(
    (
      await rowsFor(
        ctx,
        ids.filter((id) => seen.has(id)),
      )
    ).map((row) => [row.id, row]),
  );
  const labels = new Map(
    await Promise.all(
      (reading?.windows ?? []).map(
        async (window) => [window.role, await dayLabels(ctx, window)] as const,
      ),
    ),
  );
  return {
    rows: read.flatMap(({ order_id, role }) => {
      const row = rows.get(order_id);
      if (!row) return [];
      const { orderNo, title, acceptedAt } = row;
      const on = dayOf(Date.parse(acceptedAt), ctx.city.zone);
      const label = role === 'ordinary' ? ordinaryLabel : (labels.get(role)?.(on) ?? on);
      return [{ orderId: order_id, orderNo, title, acceptedAt, role, label }];
    }),
    hidden: ids.length - rows.size,
    shownCap: shownBehind,
  };
}
