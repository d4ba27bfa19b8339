import type { AppealType, Channel, Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { cityHour, cityVersion } from '../organisation/index.ts';
import { matter } from './matters.repo.ts';
import {
  centreLimits,
  type LimitClass,
  type LimitRule,
  limitClasses,
  limitRules,
} from './rules.ts';

export interface LimitQuestion {
  urgency: Urgency;
  matterCode: string;
  type: AppealType;
  channel: Channel;
  at: Date;
}

export interface LimitAnswer {
  limit: LimitClass;
  /** Which rule in which state of the city's data: the order remembers it. */
  version: string;
}

/** 适用时限: the most specific valid rule wins (domain 2.3); without a rule the matter's own class. */
export async function limitFor(ctx: Context, asked: LimitQuestion): Promise<LimitAnswer> {
  const [classes, rules, own, version] = await Promise.all([
    limitClasses(ctx),
    limitRules(ctx),
    matter(ctx, asked.matterCode),
    cityVersion(ctx),
  ]);
  const { on } = cityHour(asked.at, ctx.city.zone);
  const rule = mostSpecific(rules, asked, on);
  const code =
    rule && outweighs(rule, own.limit_class, classes) ? rule.limitClass : own.limit_class;
  const limit =
    classes.find((row) => row.code === code && isValid(row, on)) ??
    classes.find((row) => row.code === 'N5');
  if (!limit) throw new Error(`The city has no limit class ${code}.`);
  return {
    limit,
    version: `${limit.code}/${rule?.limitClass === code ? rule.id : 'matter'}@${version}`,
  };
}

interface Validity {
  validFrom: string | null;
  validTo: string | null;
}

const isValid = ({ validFrom, validTo }: Validity, on: string): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);

/** Weight of what a rule names: urgency, then matter (longer first), then type, then channel. */
function weight({ urgency, matter: prefix, type, channel }: LimitRule): number {
  return (urgency ? 1000 : 0) + (prefix?.length ?? 0) * 100 + (type ? 10 : 0) + (channel ? 1 : 0);
}

export function mostSpecific(
  rules: readonly LimitRule[],
  asked: LimitQuestion,
  on: string,
): LimitRule | null {
  const fitting = rules.filter(
    (rule) =>
      isValid(rule, on) &&
      (rule.urgency === null || rule.urgency === asked.urgency) &&
      (rule.matter === null || asked.matterCode.startsWith(rule.matter)) &&
      (rule.type === null || rule.type === asked.type) &&
      (rule.channel === null || rule.channel === asked.channel),
  );
  return fitting.toSorted((a, b) => weight(b) - weight(a))[0] ?? null;
}

/**
 * A matter that already has a class of hours keeps it where a rule speaks of urgency alone (E30 stays E30 for U1);
 * a rule that names the matter always wins, and a rule of type alone stands back for the matter's own class.
 */
function outweighs(rule: LimitRule, ownClass: string, classes: readonly LimitClass[]): boolean {
  if (rule.matter !== null) return true;
  if (rule.urgency === null)
    return rule.type !== null && ownClass.startsWith('N') && rule.limitClass === 'N2';
  const hours = (code: string) => naturalMinutes(classes.find((row) => row.code === code));
  return hours(rule.limitClass) < hours(ownClass);
}

function naturalMinutes(row: LimitClass | undefined): number {
  const span = row?.handle ?? row?.feedback;
  return span?.kind === 'natural-minutes' ? span.minutes : Number.POSITIVE_INFINITY;
}

/** 中心自身时限 by code. Throws when the city's data lacks it: the checker asks for every one. */
export async function centreLimit(ctx: Context, code: string) {
  const row = (await centreLimits(ctx)).find((limit) => limit.code === code);
  if (!row) throw new Error(`The city has no centre limit ${code}.`);
  return row.limit;
}
