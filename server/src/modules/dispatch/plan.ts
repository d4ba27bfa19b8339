import { isMoreUrgent } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import { type MechanismRoute, routeFor } from '../mechanisms/index.ts';
import type { Order } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { copiesFor, ruleFor } from './catalogue.ts';
import type { UnitSuggestion } from './suggest-unit.ts';

/** 派单方案: whom the catalogue and the danger name together, units that take orders only. */
export interface Plan {
  /** Null where no row fits or its lead is closed, and nothing presses. */
  lead: string | null;
  assists: string[];
  linkage: string[];
  copies: string[];
  backstop: string | null;
  /** The row that speaks; null where none fits. */
  rule: UnitSuggestion | null;
  /** 险情兜底: the row could not lead, the city's own duty desk for emergencies does. */
  isBackstop: boolean;
  /** 机制派单: the mechanism that names lead, assists and copies instead of the row. */
  mechanism: MechanismRoute | null;
  demands: readonly Demand[];
}

/** What a danger heard in the words brings along, whatever the matter's row says. */
interface Demand {
  danger: string;
  units: string[];
}

type Planned = Pick<
  Order,
  'id' | 'matter_code' | 'area_code' | 'urgency' | 'channel' | 'triggers' | 'lng' | 'lat'
>;

/** For the rule that sends emergencies and for the dispatcher's suggestion alike. */
export async function planFor(ctx: Context, order: Planned): Promise<Plan> {
  const [fitting, demands, { facts }, route] = await Promise.all([
    ruleFor(ctx, order),
    demandsOf(ctx, order),
    organisation.cityWords(ctx),
    routeFor(ctx, order),
  ]);
  // What was imported years late is no emergency of tonight.
  const presses = order.urgency === 'U1' && order.channel !== 'import';
  // 综合意见建议 has a unit that collects opinions; danger is not sent there for want of a matter.
  const isUnsorted = presses && order.matter_code === facts.unsortedMatter;
  const rule = isUnsorted ? null : fitting;
  const named = await namedBy(ctx, rule, route);
  const demanded = demands.flatMap(({ units }) => units);
  const { emergency } = facts;
  const isOpen = await openAmong(ctx, [
    ...(rule ? [rule.lead, ...rule.linkage, rule.backstop ?? rule.lead] : []),
    ...[...named.leads, ...named.assists, ...named.copies],
    ...[...demanded, emergency.lead, ...emergency.linkage],
  ]);

  const own = named.leads.find(isOpen) ?? null;
  const isBackstop = own === null && presses && isOpen(emergency.lead);
  const lead = isBackstop ? emergency.lead : own;
  const linkage = [
    ...new Set([...(rule?.linkage ?? []), ...demanded, ...(isBackstop ? emergency.linkage : [])]),
  ].filter((code) => code !== lead && isOpen(code));
  const free = (code: string) => code !== lead && !linkage.includes(code) && isOpen(code);
  const assists = named.assists.filter(free);
  return {
    lead,
    assists,
    linkage,
    copies: named.copies.filter((code) => free(code) && !assists.includes(code)),
    backstop: rule?.backstop && isOpen(rule.backstop) ? rule.backstop : null,
    rule,
    isBackstop,
    mechanism: named.mechanism,
    demands,
  };
}

interface Named {
  /** The first that takes orders leads. */
  readonly leads: readonly string[];
  readonly assists: readonly string[];
  readonly copies: readonly string[];
  readonly mechanism: MechanismRoute | null;
}

/** A mechanism whose lead is known at this place speaks instead of the row; who is copied by the row stays copied. */
async function namedBy(
  ctx: Context,
  rule: UnitSuggestion | null,
  route: MechanismRoute | null,
): Promise<Named> {
  const copies = rule ? await copiesFor(ctx, rule) : [];
  const leads = rule ? [rule.lead] : [];
  if (!route || route.lead === null)
    return { leads, assists: rule?.assists ?? [], copies, mechanism: null };
  return {
    leads: [route.lead, ...leads],
    assists: route.assists,
    copies: [...new Set([...route.copies, ...copies])],
    mechanism: route,
  };
}

/** 要求联动, while the order is as urgent as the trigger made it: a shift lead who lowers it calls nobody out. */
async function demandsOf(ctx: Context, order: Planned): Promise<Demand[]> {
  if (order.triggers.length === 0) return [];
  const known = await matters.triggers(ctx);
  return known
    .filter(({ code, raisesTo, linkage }) => {
      const stillHolds = order.triggers.includes(code) && !isMoreUrgent(raisesTo, order.urgency);
      return stillHolds && linkage.length > 0;
    })
    .map(({ name, linkage }) => ({
      danger: name,
      units: linkage.map((slug) => `${ctx.city.code}.${slug}`),
    }));
}

async function openAmong(ctx: Context, codes: readonly string[]) {
  const units = await organisation.unitsIfKnown(ctx, codes);
  const open = new Set(units.filter((unit) => unit.takes_orders).map(({ code }) => code));
  return (code: string) => open.has(code);
}
