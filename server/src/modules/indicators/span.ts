import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import * as organisation from '../organisation/index.ts';

export interface SpanAsked {
  readonly from: string;
  readonly to: string;
  readonly unit?: string | undefined;
  readonly county?: string | undefined;
  readonly matter?: string | undefined;
}

/** 统计范围: whose facts of which days, as far as the person may see them. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
  readonly unit: { readonly code: string; readonly path: string } | null;
  readonly county: string | null;
  readonly matter: string | null;
}

const mostDays = 1100;
const dayMs = 86_400_000;

/**
 * The centre sees all, a county what lies in it, a unit what it and those below it hold. Asked for something else, they
 * are refused: `indicators.not-yours`; for no days at all, `indicators.bad-period`.
 */
export async function spanOf(ctx: Context, asked: SpanAsked): Promise<Span> {
  const from = dayStart(asked.from, ctx.city.zone);
  const until = dayEnd(asked.to, ctx.city.zone);
  const days = (until.getTime() - from.getTime()) / dayMs;
  refuseUnless(days > 0 && days <= mostDays, 'indicators.bad-period', { days: mostDays });
  const { scope, unitCode, unitPath } = ctx.actor;
  const unit = asked.unit ? await organisation.unit(ctx, asked.unit) : null;
  const named = unit && { code: unit.code, path: unit.path };
  const rest = { from, until, matter: asked.matter ?? null };
  if (scope === 'all') return { ...rest, unit: named, county: asked.county ?? null };
  refuseUnless(unitCode && unitPath, 'indicators.not-yours');
  if (scope === 'county') {
    const own = unitCode.slice(0, 6);
    refuseUnless(asked.county === undefined || asked.county === own, 'indicators.not-yours');
    return { ...rest, unit: named, county: own };
  }
  const isOwn = named === null || isWithin(named.path, unitPath);
  refuseUnless(scope === 'unit' && isOwn, 'indicators.not-yours');
  return {
    ...rest,
    unit: named ?? { code: unitCode, path: unitPath },
    county: asked.county ?? null,
  };
}

/** Whether something of an order lies in a span. */
export function holds(
  { from, until, unit, county, matter }: Span,
  one: {
    readonly at: Date;
    readonly county: string;
    readonly matter: string;
    readonly holder: { readonly path: string } | null;
  },
): boolean {
  if (one.at < from || one.at >= until) return false;
  if (county && one.county !== county) return false;
  if (matter && !one.matter.startsWith(matter)) return false;
  return unit === null || (one.holder !== null && isWithin(one.holder.path, unit.path));
}

export const isWithin = (path: string, above: string): boolean =>
  path === above || path.startsWith(`${above}/`);

/** Conditions on `indicators.fact` as `f`. An order is accepted before anything of it falls due, which bounds the months that are read. */
export function inSpan(ctx: Context, span: Span): RawBuilder<unknown> {
  const conditions = [
    sql`f.city_id = ${ctx.cityId}`,
    sql`f.at >= ${span.from}`,
    sql`f.at < ${span.until}`,
    sql`f.order_id < platform.first_id(${span.until})`,
    ...(span.county ? [sql`f.county = ${span.county}`] : []),
    ...(span.unit
      ? [sql`(f.unit_path = ${span.unit.path} or f.unit_path like ${`${span.unit.path}/%`})`]
      : []),
    ...(span.matter ? [sql`f.matter_code like ${`${span.matter}%`}`] : []),
  ];
  return sql.join(conditions, sql` and `);
}
