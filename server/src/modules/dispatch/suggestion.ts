import type { dispatch } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as calendar from '../calendar/index.ts';
import * as learning from '../learning/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { alikeOrders } from './alike-orders.ts';
import { dueTimes } from './duty-limits.ts';
import { learntUnits } from './learnt-units.ts';
import { placeDoubt } from './place-doubt.ts';
import { type Plan, planFor } from './plan.ts';
import { precedentViews } from './precedent-views.ts';
import { precedentsFor } from './precedents.repo.ts';
import { limitsFor } from './send-to-units.ts';
import type { UnitSuggestion } from './suggest-unit.ts';
import { spanWords } from './text.ts';

type Reply = ReplyOf<typeof dispatch.suggestion>;

/** 派单建议: what the catalogue says for this order and the danger demands, why, by when, and which waiting orders are alike. */
export async function suggestion(ctx: Context, { orderId }: { orderId: string }): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const { on } = await calendar.dayFacts(ctx, ctx.now);
  const [plan, limits, working, alike, learnt, doubt, precedents] = await Promise.all([
    planFor(ctx, order),
    limitsFor(ctx, order),
    calendar.workingCalendar(ctx),
    alikeOrders(ctx, order),
    learntUnits(ctx, order),
    placeDoubt(ctx, order),
    precedentsFor(ctx, order, on),
  ]);
  const brief = await briefs(ctx, plan);
  return {
    lead: brief(plan.lead ? [plan.lead] : [])[0] ?? null,
    assists: brief(plan.assists),
    linkage: brief(plan.linkage),
    copies: brief(plan.copies),
    backstop: brief(plan.backstop ? [plan.backstop] : [])[0] ?? null,
    because: plan.rule && (await reasons(ctx, plan.rule)),
    isBackstop: plan.isBackstop,
    mechanism: plan.mechanism && { code: plan.mechanism.code, name: plan.mechanism.name },
    demands: plan.demands.map(({ danger, units }) => ({ danger, units: brief(units) })),
    limit: {
      code: limits.code,
      signMinutes: spanWords(limits.sign),
      contact: spanWords(limits.contact),
      handle: spanWords(limits.handle),
    },
    dueAt: dueTimes(ctx.now, limits, working).dueAt?.toISOString() ?? null,
    placeDoubt: doubt,
    precedents: await precedentViews(ctx, precedents),
    learnt: learnt.units,
    closedAlike: await learning.alikeClosed(ctx, learnt.alike),
    alike,
  };
}

async function briefs(ctx: Context, plan: Plan) {
  const { lead, assists, linkage, copies, backstop, demands } = plan;
  const maybe = [lead, backstop].filter((code) => code !== null);
  const demanded = demands.flatMap(({ units }) => units);
  const units = await organisation.unitsIfKnown(ctx, [
    ...maybe,
    ...assists,
    ...linkage,
    ...copies,
    ...demanded,
  ]);
  const byCode = new Map(units.map(({ code, name, kind }) => [code, { code, name, kind }]));
  return (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? []);
}

async function reasons(ctx: Context, best: UnitSuggestion): Promise<Reply['because']> {
  const { because } = best;
  const [matterName, areas] = await Promise.all([
    matters.prefixName(ctx, because.matter),
    organisation.areaNames(ctx, [because.area]),
  ]);
  return {
    rowId: best.rowId,
    matterPrefix: because.matter,
    matterName,
    areaPrefix: because.area,
    areaName: areas.get(because.area) ?? ctx.city.name,
    time: because.time,
    basisKind: because.basisKind,
    basis: because.basis,
    level: best.level,
    direct: best.direct,
    mark: because.basisKind === 'seed' ? 'seed' : 'invented',
    beat: best.beats.map(({ rowId }) => rowId),
  };
}
