import {
  type AppealType,
  type Channel,
  isMoreUrgent,
  isUrgent,
  type Urgency,
} from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { cityHour, cityVersion, liesIn, placeLevels } from '../organisation/index.ts';
import { datedLimits } from './dated-limits.ts';
import { ownRow, versionWords } from './limit-version.ts';
import { type Matter, matter } from './matters.repo.ts';
import {
  centreLimits,
  type LimitClass,
  type LimitRule,
  limitClasses,
  limitRules,
  type StatutoryLimit,
  statutoryLimits,
} from './rules.ts';

// 适用时限 (domain 2.3): the most specific valid rule wins.
//
// The rules are the rows of `limit-rules.tsv` and, for every matter, its own class: a row that names the whole matter.
// They are compared by urgency, then type, then channel, then the longer area, then the longer matter; a row that names
// one stands over a row that does not, and among equals the later row stands.
// A row that names an area and no urgency rules no urgent order: what counts hours everywhere counts them there too.
// A row that names neither matter nor area is for orders that differ from their matter: one that names a type, for orders of another
// type, one that names an urgency only, for more urgent orders. A matter's own class is made for its own urgency and type.
// A class without a clock (GD, N0) ends on the line: it rules no order that is dispatched after all.

export interface LimitQuestion {
  urgency: Urgency;
  matterCode: string;
  type: AppealType;
  channel: Channel;
  /** Where it happened: 12 digits or shorter. */
  areaCode: string;
  at: Date;
}

export interface LimitAnswer {
  limit: LimitClass;
  /** Which rule in which state of the city's data: the order remembers it. */
  version: string;
}

/** 适用时限. Everything it asks is kept in memory until the city's data changes. */
export async function limitFor(ctx: Context, asked: LimitQuestion): Promise<LimitAnswer> {
  const [classes, rules, dated, own, version] = await Promise.all([
    limitClasses(ctx),
    limitRules(ctx),
    datedLimits(ctx),
    matter(ctx, asked.matterCode),
    cityVersion(ctx),
  ]);
  const { on } = cityHour(asked.at, ctx.city.zone);
  const chosen = chooseLimit(asked, { classes, rules: [...rules, ...dated], matter: own }, on);
  // The checker asks every city for a row that names nothing.
  if (!chosen) throw new Error(`The city has no limit for ${asked.matterCode}.`);
  const { limit, ruleId } = chosen;
  return { limit, version: versionWords({ limitClass: limit.code, row: ruleId, version }) };
}

/** 时限类别 by its code, as it is now; null when the city has dropped it. */
export async function limitClass(ctx: Context, code: string): Promise<LimitClass | null> {
  return (await limitClasses(ctx)).findLast((one) => one.code === code) ?? null;
}

export interface LimitData {
  readonly classes: readonly LimitClass[];
  readonly rules: readonly LimitRule[];
  readonly matter: Pick<Matter, 'code' | 'urgency' | 'type' | 'limit_class'>;
}

type Asked = Omit<LimitQuestion, 'at'>;

/** Pure: the class for an order on a day of the city's calendar, and the rule that says so. */
export function chooseLimit(
  asked: Asked,
  { classes, rules, matter: own }: LimitData,
  on: string,
): { limit: LimitClass; ruleId: string } | null {
  const usable = new Map(
    classes
      .filter((row) => isValid(row, on) && (row.handle ?? row.feedback) !== null)
      .map((row) => [row.code, row]),
  );
  const hasOwn = usable.has(own.limit_class);
  const fitting = [ownRule(own), ...rules].filter(
    (rule) =>
      usable.has(rule.limitClass) &&
      isValid(rule, on) &&
      fits(rule, asked) &&
      (!hasOwn || addsTo(own, rule, asked)),
  );
  const [rule] = fitting.toSorted(moreSpecificFirst);
  const limit = rule && usable.get(rule.limitClass);
  return rule && limit ? { limit, ruleId: rule.id } : null;
}

function ownRule({ code, limit_class }: LimitData['matter']): LimitRule {
  return {
    ...{ id: ownRow, matter: code, limitClass: limit_class },
    ...{ urgency: null, type: null, channel: null, area: null, validFrom: null, validTo: null },
  };
}

interface Validity {
  validFrom: string | null;
  validTo: string | null;
}

const isValid = ({ validFrom, validTo }: Validity, on: string): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);

const fits = (rule: LimitRule, asked: Asked): boolean =>
  (rule.urgency === null || rule.urgency === asked.urgency) &&
  (rule.matter === null || asked.matterCode.startsWith(rule.matter)) &&
  (rule.type === null || rule.type === asked.type) &&
  (rule.channel === null || rule.channel === asked.channel) &&
  (rule.area === null || fitsThere(rule, rule.area, asked));

const fitsThere = ({ urgency }: LimitRule, area: string, asked: Asked): boolean =>
  (urgency !== null || !isUrgent(asked.urgency)) && liesIn(placeLevels(asked.areaCode), area);

/** Whether a row says something the matter's own class does not count with already. */
function addsTo(own: LimitData['matter'], rule: LimitRule, asked: Asked): boolean {
  if (rule.matter !== null || rule.area !== null) return true;
  if (rule.type !== null) return asked.type !== own.type;
  if (rule.urgency === null) return true;
  return isMoreUrgent(asked.urgency, own.urgency);
}

function moreSpecificFirst(a: LimitRule, b: LimitRule): number {
  const named = (value: string | null) => (value === null ? 0 : 1);
  return (
    named(b.urgency) - named(a.urgency) ||
    named(b.type) - named(a.type) ||
    named(b.channel) - named(a.channel) ||
    (b.area?.length ?? 0) - (a.area?.length ?? 0) ||
    (b.matter?.length ?? 0) - (a.matter?.length ?? 0) ||
    (b.validFrom ?? '').localeCompare(a.validFrom ?? '')
  );
}

/** 法定时限 of a matter and type, in the order of the city's file. */
export async function statutoryFor(
  ctx: Context,
  asked: Pick<LimitQuestion, 'matterCode' | 'type'>,
): Promise<StatutoryLimit[]> {
  return (await statutoryLimits(ctx)).filter(
    ({ matter: prefix, type }) =>
      asked.matterCode.startsWith(prefix) && (type === null || type === asked.type),
  );
}

/** 中心自身时限 by code. Throws when the city's data lacks it: the checker asks for every one. */
export async function centreLimit(ctx: Context, code: string) {
  const row = (await centreLimits(ctx)).find((limit) => limit.code === code);
  if (!row) throw new Error(`The city has no centre limit ${code}.`);
  return row.limit;
}
