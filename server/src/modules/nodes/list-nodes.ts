import type { nodes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cityHour } from '../organisation/index.ts';
import { nodesOfYear } from './calendar.ts';
import { ofYear } from './nodes.repo.ts';
import { mayWork } from './policy.ts';
import { nodeViews } from './views.ts';

const shown = 100;

/** 节点列表 of a year: those in hand, and those of the calendar nobody has begun. */
export async function listNodes(
  ctx: Context,
  input: InputOf<typeof contract.listNodes>,
): Promise<ReplyOf<typeof contract.listNodes>> {
  const year = input.year ?? Number(cityHour(ctx.now, ctx.city.zone).on.slice(0, 4));
  const [rows, listed] = await Promise.all([ofYear(ctx, year, shown), nodesOfYear(ctx, year)]);
  const begun = new Set(rows.map(({ code }) => code));
  return {
    year,
    rows: await nodeViews(ctx, rows),
    listed: listed
      .filter(({ code }) => !begun.has(code))
      .map(({ code, name, kind, first, last, from, to, isSure }) => ({
        ...{ code, year, name, kind, first, last, from, to, isSure },
      })),
    shownCap: shown,
    can: { work: mayWork(ctx.actor).allowed },
  };
}
