import type { mechanisms as contract } from '@minsheng/contract';
import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { AskedLevel } from '@minsheng/contract/words/supervision.ts';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { mechanismOf } from './definitions.repo.ts';
import { type HeldOrder, heldOrders } from './facts.repo.ts';
import { mayRead } from './policy.ts';
import { unitWords } from './route-for.ts';
import { shownValues } from './shown-values.ts';
import { lastYear } from './span.ts';

const mostShown = 300;
const dayMs = 86_400_000;

/**
 * 联合督办名单: what is open, and what was closed since the last round. A unit reads the rows of places where it is one of
 * those that supervise together; nothing on it names a person.
 */
export async function jointList(
  ctx: Context,
  { code }: InputOf<typeof contract.jointList>,
): Promise<ReplyOf<typeof contract.jointList>> {
  const { joint, ...mechanism } = await mechanismOf(ctx, code);
  refuseUnless(joint, 'mechanisms.no-joint-list');
  const { orders } = await heldOrders(ctx, code, lastYear(ctx).instants);
  const wanted = joint.units.map((words) => unitWords(ctx, words));
  const lively = orders.filter((order) => isOnList(ctx, joint, order));
  const own = lively.filter((order) => readsAt(ctx.actor, wanted, order));
  const isMember = mayRead(ctx.actor) || isNamed(ctx.actor, wanted);
  refuseUnless(isMember, 'mechanisms.no-joint-list');
  const rows = own.slice(0, mostShown);
  const places = rows.length > 0 ? rows : lively.slice(0, 1);
  const unitCodes = new Set(places.flatMap((order) => unitsOf(wanted, order)));
  const [units, areas, levels] = await Promise.all([
    briefs(ctx, [...unitCodes, ...rows.flatMap(({ leadUnit }) => leadUnit ?? [])]),
    organisation.areaNames(ctx, [...new Set(rows.map(({ areaCode }) => areaCode))]),
    levelsOf(ctx, rows),
  ]);
  return {
    name: mechanism.name,
    everyDays: joint.everyDays,
    units: [...unitCodes].flatMap((unit) => units.get(unit) ?? []),
    rows: rows.map((order) => ({
      orderId: order.orderId,
      orderNo: order.orderNo,
      areaName: areas.get(order.areaCode) ?? ctx.city.name,
      lead: units.get(order.leadUnit ?? '') ?? null,
      acceptedAt: order.acceptedAt.toISOString(),
      dueAt: order.dueAt?.toISOString() ?? null,
      isOpen: order.isOpen,
      supervised: levels.get(order.orderId) ?? null,
      isRepeat: order.isRepeat,
      values: shownValues(ctx, mechanism, order, joint.shows),
    })),
    shownCap: mostShown,
    can: { plan: ctx.actor.has('meetings.plan') },
  };
}

/** 在名单上: open, or closed since the last round. */
export function isOnList(
  ctx: Context,
  { everyDays }: NonNullable<Mechanism['joint']>,
  { isOpen, moments }: HeldOrder,
): boolean {
  const since = new Date(ctx.now.getTime() - everyDays * dayMs);
  return isOpen || (moments.closed ?? since) > since;
}

const unitsOf = (wanted: readonly string[], { areaCode }: HeldOrder): string[] =>
  organisation.unitsAt(wanted, organisation.placeLevels(areaCode));

/** Of the city all of it; a unit where it, or one it stands under, is named. */
const readsAt = (actor: Actor, wanted: readonly string[], order: HeldOrder): boolean =>
  mayRead(actor) || unitsOf(wanted, order).some((unit) => unit === actor.unitCode);

/** A unit of whichever county, or of the city, that is on the list at all. */
function isNamed({ unitCode }: Actor, wanted: readonly string[]): boolean {
  if (unitCode === null) return false;
  const [county, slug] = unitCode.split('.');
  return wanted.includes(unitCode) || (county?.length === 6 && wanted.includes(`{county}.${slug}`));
}

async function briefs(ctx: Context, codes: readonly string[]) {
  const known = await organisation.unitsIfKnown(ctx, [...new Set(codes)]);
  return new Map(known.map(({ code, name, kind }) => [code, { code, name, kind }]));
}

async function levelsOf(
  ctx: Context,
  rows: readonly HeldOrder[],
): Promise<Map<string, AskedLevel>> {
  const ids = rows.map(({ orderId }) => orderId);
  if (ids.length === 0) return new Map();
  const found = await sql<{ order_id: string; level: AskedLevel }>`
    select order_id, max(level) as level from supervision.supervision
    where city_id = ${ctx.cityId} and order_id = any (${ids}::uuid[]) and state in ('open', 'answered')
    group by order_id`.execute(ctx.tx);
  return new Map(found.rows.map(({ order_id, level }) => [order_id, level]));
}
