import type { AppealType, Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { cityHour } from '../organisation/index.ts';
import { type SeriousRule, seriousRules } from './rules.ts';

export interface SeriousQuestion {
  urgency: Urgency;
  type: AppealType;
  matterCode: string;
  secrecy: number;
}

/** 重件 (domain T16): whether the unit's leader signs the answer, as the city's rows of today say. */
export async function isSerious(ctx: Context, asked: SeriousQuestion): Promise<boolean> {
  const { on } = cityHour(ctx.now, ctx.city.zone);
  return (await seriousRules(ctx)).some((rule) => makesSerious(rule, asked, on));
}

/** Pure: all that the row names fits, on a day on which it is valid. */
export const makesSerious = (rule: SeriousRule, asked: SeriousQuestion, on: string): boolean =>
  (rule.validFrom === null || rule.validFrom <= on) &&
  (rule.validTo === null || on <= rule.validTo) &&
  (rule.urgency === null || rule.urgency === asked.urgency) &&
  (rule.type === null || rule.type === asked.type) &&
  (rule.matter === null || asked.matterCode.startsWith(rule.matter)) &&
  (rule.secrecyFrom === null || asked.secrecy >= rule.secrecyFrom);
