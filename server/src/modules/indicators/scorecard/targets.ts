import type { scorecard as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { targetKeys } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../../platform/context.ts';
import { refuseUnless } from '../../../platform/refusal.ts';
import { changeCityData } from '../../organisation/index.ts';
import { cityRules } from '../city-rules.ts';
import { keepTarget, setTargets } from './targets.repo.ts';
import { scorecardText } from './text.ts';

/** 目标值: what was set on the page stands before what the folder of the city says. */
export async function listTargets(ctx: Context): Promise<ReplyOf<typeof contract.listTargets>> {
  const [{ targets }, set] = await Promise.all([cityRules(ctx), setTargets(ctx)]);
  const own = set.map((target) => ({ ...target, source: scorecardText.setHere }));
  const rest = targets.filter(({ indicator }) => !own.some((one) => one.indicator === indicator));
  return {
    rows: [...own, ...rest].flatMap(({ indicator: said, ...target }) => {
      const indicator = targetKeys.find((key) => key === said);
      return indicator ? [{ ...target, indicator }] : [];
    }),
  };
}

/** 改目标值. Of all is refused, until a reason says why (66号文(六): 不设置不切实际的目标要求). */
export async function setTarget(
  ctx: Context,
  { indicator, percent, despite }: InputOf<typeof contract.setTarget>,
): Promise<ReplyOf<typeof contract.setTarget>> {
  refuseUnless(percent < 100 || despite !== null, 'scorecard.target-of-all');
  await keepTarget(ctx, { indicator, percent, despite: percent < 100 ? null : despite });
  await changeCityData(ctx, { what: 'target', indicator, percent, isDespite: percent === 100 });
  return { done: true };
}
