import type { nodes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { dayAfter } from '../../platform/zone.ts';
import { cityHour } from '../organisation/index.ts';
import { nodesOfYear, type YearNode } from './calendar.ts';
import { type NodeRow, ofYear } from './nodes.repo.ts';
import { mayWork } from './policy.ts';
import { nodeViews } from './views.ts';

const shown = 100;

/** 节点列表 of a year: those in hand, and those of the calendar nobody has begun. */
export async function listNodes(
  ctx: Context,
  input: InputOf<typeof contract.listNodes>,
): Promise<ReplyOf<typeof contract.listNodes>> {
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  const year = input.year ?? Number(today.slice(0, 4));
  const [own, ownListed] = await Promise.all([ofYear(ctx, year, shown), nodesOfYear(ctx, year)]);
  const soon = input.year === undefined ? await soonOfNext(ctx, year, today) : nothing;
  const [rows, listed] = [
    [...own, ...soon.rows],
    [...ownListed, ...soon.listed],
  ];
  const begun = new Set(rows.map((row) => `${row.year} ${row.code}`));
  return {
    year,
    rows: await nodeViews(ctx, rows),
    listed: listed
      .filter((one) => !begun.has(`${one.year} ${one.code}`))
      .map(({ code, name, kind, first, last, from, to, isSure, ...one }) => ({
        ...{ code, year: one.year, name, kind, first, last, from, to, isSure },
      })),
    shownCap: shown,
    can: { work: mayWork(ctx.actor).allowed },
  };
}

const soonDays = 62;
const nothing: { rows: NodeRow[]; listed: YearNode[] } = { rows: [], listed: [] };

/** In December the holidays of January are prepared. */
async function soonOfNext(ctx: Context, year: number, today: string): Promise<typeof nothing> {
  const until = dayAfter(today, soonDays);
  const [rows, listed] = await Promise.all([
    ofYear(ctx, year + 1, shown),
    nodesOfYear(ctx, year + 1),
  ]);
  return {
    rows: rows.filter(({ from_on }) => from_on <= until),
    listed: listed.filter(({ from }) => from <= until),
  };
}
