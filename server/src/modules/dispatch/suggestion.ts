import type { dispatch } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { alikeOrders } from './alike.repo.ts';
import { copiesFor, suggestionsFor } from './catalogue.ts';
import { dueTimes } from './duty-limits.ts';
import { limitsFor } from './send-to-units.ts';
import type { UnitSuggestion } from './suggest-unit.ts';
import { spanWords } from './text.ts';

type Reply = ReplyOf<typeof dispatch.suggestion>;

/** 派单建议: what the catalogue says for this order, why, by when, and which waiting orders are alike. */
export async function suggestion(ctx: Context, { orderId }: { orderId: string }): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const [{ ranked }, limits, working, alike] = await Promise.all([
    suggestionsFor(ctx, order),
    limitsFor(ctx, order),
    calendar.workingCalendar(ctx),
    alikeOrders(ctx, order),
  ]);
  const best = ranked[0] ?? null;
  const copies = best ? await copiesFor(ctx, best) : [];
  const brief = await briefs(ctx, best, copies);
  return {
    lead: best && brief(best.lead),
    assists: (best?.assists ?? []).flatMap((code) => brief(code) ?? []),
    linkage: (best?.linkage ?? []).flatMap((code) => brief(code) ?? []),
    copies: copies.flatMap((code) => brief(code) ?? []),
    backstop: best?.backstop ? brief(best.backstop) : null,
    because: best && (await reasons(ctx, best)),
    limit: {
      code: limits.code,
      signMinutes: spanWords(limits.sign),
      contact: spanWords(limits.contact),
      handle: spanWords(limits.handle),
    },
    dueAt: dueTimes(ctx.now, limits, working).dueAt?.toISOString() ?? null,
    alike,
  };
}

/** A row may name a unit that has since been closed: then it is not offered. */
async function briefs(ctx: Context, best: UnitSuggestion | null, copies: readonly string[]) {
  const codes = best
    ? [
        best.lead,
        ...best.assists,
        ...best.linkage,
        ...copies,
        ...(best.backstop ? [best.backstop] : []),
      ]
    : [];
  const units = codes.length > 0 ? await organisation.unitsIfKnown(ctx, codes) : [];
  const open = new Map(units.filter((unit) => unit.takes_orders).map((unit) => [unit.code, unit]));
  return (code: string) => {
    const unit = open.get(code);
    return unit ? { code: unit.code, name: unit.name, kind: unit.kind } : null;
  };
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
