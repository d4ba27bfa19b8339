import type { ComparisonVerdict } from '@minsheng/contract/words/foresight.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 比较快照: kept as it was; what stands behind it can be counted again at any time. */
export interface Compared {
  readonly actual: number;
  readonly controlActual: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly controlExpected: number;
  readonly asControl: number | null;
  readonly verdict: ComparisonVerdict;
  readonly days: readonly {
    readonly on: string;
    readonly actual: number;
    readonly control: number;
  }[];
  readonly isCapped: boolean;
  readonly proactive: number;
  readonly reached: number;
}

export interface Comparison {
  readonly no: number;
  readonly made_at: Date;
  readonly made_by: string | null;
  readonly content: Compared;
}

/** The latest first. */
export async function comparisonsOf(ctx: Context, forecastId: string): Promise<Comparison[]> {
  const rows = await tablesOf<'foresight'>(ctx.tx)
    .selectFrom('foresight.comparison')
    .select(['no', 'made_at', 'made_by', 'content'])
    .where('city_id', '=', ctx.cityId)
    .where('forecast_id', '=', forecastId)
    .orderBy('no', 'desc')
    .limit(mostShown)
    .execute();
  return rows as unknown as Comparison[];
}

const mostShown = 20;

export async function insertComparison(
  ctx: Context,
  { forecastId, no, content }: { forecastId: string; no: number; content: Compared },
): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .insertInto('foresight.comparison')
    .values({
      ...{ city_id: ctx.cityId, forecast_id: forecastId, no, content: JSON.stringify(content) },
      ...{ made_at: ctx.now, made_by: ctx.actor.accountId },
    })
    .execute();
}
