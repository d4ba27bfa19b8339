import type { orders as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { AutoNumber } from '@minsheng/contract/words/auto-dispatch.ts';
import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import { visibleTo } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { firstIdAt } from './first-id-at.ts';
import { judgedByModel } from './judged-by-model.ts';

export type Filters = Omit<InputOf<typeof contract.searchOrders>, 'cursor'>;

/** 可检索: orders (alias `o`) a person may see and a search may show. Every figure that opens a search counts over the same rows. */
export const searchable = (ctx: Context) =>
  readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .where('o.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor))
    .where(findsSecrets(ctx.actor) ? sql<SqlBool>`true` : sql<SqlBool>`o.secrecy = 0`);

/** 保密工单不进检索 (domain 2.11), but for those who may read secrets and for the units that hold a duty. */
const findsSecrets = (actor: Actor): boolean =>
  actor.has('orders.read-secret') || actor.scope === 'unit' || actor.scope === 'county';

/** 超期: past its limit and still being worked on; while it waits for information the clock stands still. */
export const isOverdue = (now: Date) => sql<SqlBool>`(
  (o.status in ('in-progress', 'in-dispute') and o.due_at < ${now})
  or (o.status in ('need-info', 'suspended') and o.due_at < o.status_since))`;

/** What passes every filter that is not words. */
export async function passing(ctx: Context, filters: Filters) {
  let query = searchable(ctx);
  if (filters.status) query = query.where('o.status', '=', filters.status);
  if (filters.urgency) query = query.where('o.urgency', '=', filters.urgency);
  if (filters.matter) query = query.where(liesIn('matter_code', matterRange(filters.matter)));
  if (filters.area) query = query.where(liesIn('area_code', areaRange(filters.area)));
  if (filters.overdue) query = query.where(isOverdue(ctx.now));
  if (filters.from)
    query = query.where('o.id', '>=', firstIdAt(dayStart(filters.from, ctx.city.zone)));
  if (filters.to) query = query.where('o.id', '<', firstIdAt(dayEnd(filters.to, ctx.city.zone)));
  if (filters.closedOn) query = query.where(wasClosedOn(ctx, filters.closedOn));
  if (filters.channel) query = query.where('o.channel', '=', filters.channel);
  if (filters.asked) query = query.where(wasAsked);
  if (filters.overrideSince) query = query.where(wasOverridden(ctx, filters.overrideSince));
  if (filters.issue) query = query.where('o.issue_id', '=', filters.issue);
  if (filters.warning) query = query.where(countedBy(ctx, filters.warning));
  if (filters.auto) query = query.where(countedAutomatically(ctx, filters.auto, filters));
  if (filters.judged) query = query.where(judgedByModel(ctx, filters.judged, filters));
  if (filters.unit) query = query.where(await ofUnit(ctx, filters.unit, filters));
  return query;
}

/** 诉求: a proactive order is nobody's. */
export const wasAsked = sql<SqlBool>`o.channel <> 'proactive'`;

/** 当日结案 on a day of the city: by a call-back or its rule; what was answered at once never waited for one. */
export const wasClosedOn = (ctx: Context, on: string) => sql<SqlBool>`(
  o.close_kind is not null and o.closed_at >= ${dayStart(on, ctx.city.zone)}
  and o.closed_at < ${dayEnd(on, ctx.city.zone)})`;

/** 请基层协助 on a day or later: the guard was passed with a reason (66号文(五)). From the few such duties, not from all orders. */
export const wasOverridden = (ctx: Context, since: string) => sql<SqlBool>`o.id in (
  select a.order_id from dispatch.assignment as a
  where a.city_id = ${ctx.cityId} and a.guard_reason_no is not null
    and a.sent_at >= ${dayStart(since, ctx.city.zone)})`;

/** 预警所计: what the leading key of a warning counted. */
const countedBy = (ctx: Context, warningId: string) => sql<SqlBool>`o.id in (
  select a.order_id from warnings.appeal as a
  where a.city_id = ${ctx.cityId} and a.warning_id = ${warningId}::uuid and a.is_lead)`;

/** 自动派单页所计: what one of its numbers counted, of days and for a reason where those are said. */
function countedAutomatically(ctx: Context, number: AutoNumber, filters: Filters) {
  const { autoFrom, autoTo, autoHeld } = filters;
  return sql<SqlBool>`o.id in (
    select p.order_id from auto_dispatch.proposal as p
    where p.city_id = ${ctx.cityId} and ${isCounted(number)}
      ${autoFrom ? sql`and p.on_day >= ${autoFrom}::date` : sql``}
      ${autoTo ? sql`and p.on_day <= ${autoTo}::date` : sql``}
      ${autoHeld ? sql`and ${autoHeld} = any (p.held)` : sql``})`;
}

function isCounted(number: AutoNumber) {
  switch (number) {
    case 'proposed':
      return sql`true`;
    case 'sure':
      return sql`p.is_sure`;
    case 'sure-right':
      return sql`p.is_sure and p.verdict <> 'none' and p.is_right`;
    case 'sure-wrong':
      return sql`p.is_sure and p.verdict <> 'none' and not p.is_right`;
    case 'sent':
      return sql`p.sent_at is not null`;
    case 'sent-right':
      return sql`p.sent_at is not null and p.verdict = 'right'`;
    case 'sent-wrong':
      return sql`p.sent_at is not null and p.verdict = 'wrong'`;
    case 'held':
      return sql`p.sent_at is null`;
    default:
      return number satisfies never;
  }
}

/** A prefix of a code of digits as a range, which any index can serve. */
interface CodeRange {
  readonly from: string;
  readonly to: string;
}

const rangeOf = (prefix: string, length: number): CodeRange => ({
  from: prefix.padEnd(length, '0'),
  to: prefix.padEnd(length, '9'),
});
export const matterRange = (prefix: string): CodeRange => rangeOf(prefix, 6);
export const areaRange = (code: string): CodeRange => rangeOf(closestArea(code), 12);

const liesIn = (column: 'matter_code' | 'area_code', { from, to }: CodeRange) =>
  sql<SqlBool>`${sql.ref(`o.${column}`)} between ${from} and ${to}`;

/** Zeros that only fill up a shorter division code say nothing: 350626000000 is the county. */
function closestArea(code: string): string {
  let closest = code;
  if (closest.length === 12 && closest.endsWith('000')) closest = closest.slice(0, 9);
  if (closest.length === 9 && closest.endsWith('000')) closest = closest.slice(0, 6);
  return closest.length === 6 && closest.endsWith('00') ? closest.slice(0, 4) : closest;
}

/** The unit or one below it holds a duty; overdue ones count for the unit that leads. */
async function ofUnit(ctx: Context, code: string, { overdue }: Filters) {
  const [unit] = await organisation.unitsIfKnown(ctx, [code]);
  if (!unit) return sql<SqlBool>`false`;
  const [path, below] = [unit.path, `${unit.path}/%`];
  if (overdue) return sql<SqlBool>`(o.lead_path = ${path} or o.lead_path like ${below})`;
  return sql<SqlBool>`exists (
    select from dispatch.assignment as a
    where a.city_id = o.city_id and a.order_id = o.id and a.state not in ('revoked', 'returned')
      and (a.unit_path = ${path} or a.unit_path like ${below}))`;
}
