import { type campaigns as contract, figureWords, indicatorTable } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { type FigureKey, figureKeys } from '@minsheng/contract/words/indicators.ts';
import {
  type Dimension,
  dimensionIndicators,
  dimensions,
} from '@minsheng/contract/words/scorecard.ts';
import type { Context } from '../../../platform/context.ts';
import { refuseUnless } from '../../../platform/refusal.ts';
import { dayAfter, dayOf } from '../../../platform/zone.ts';
import { definitionsVersion, readFigures } from '../../indicators/index.ts';
import { cityVersion } from '../../organisation/index.ts';
import { type Campaign, findCampaign } from '../campaigns.repo.ts';
import { taskViews } from '../read-force.ts';

type Reply = ReplyOf<typeof contract.compareYears>;
type Compared = Reply['dimensions'][number]['figures'][number];
type Figure = ReplyOf<
  typeof import('@minsheng/contract').indicators.readFigures
>['figures'][number];
interface Days {
  readonly from: string;
  readonly to: string;
}

/** 优化提升年的前后对比: each dimension's figures in the whole days of the campaign so far, and in the same days a year before. */
export async function compareYears(
  ctx: Context,
  { campaignId }: InputOf<typeof contract.compareYears>,
): Promise<Reply> {
  const campaign = await findCampaign(ctx, campaignId);
  refuseUnless(campaign.kind === 'year', 'campaigns.not-a-year');
  const during = daysSoFar(ctx, campaign);
  refuseUnless(during.from <= during.to, 'campaigns.year-too-young');
  const before = { from: yearBefore(during.from), to: yearBefore(during.to) };
  const [now, then, tasks, version] = await Promise.all([
    readFigures(ctx, during),
    readFigures(ctx, before),
    taskViews(ctx, campaignId),
    cityVersion(ctx),
  ]);
  return {
    before,
    during,
    cityVersion: version,
    definitions: definitionsVersion,
    dimensions: dimensions.map((dimension) => {
      const own = tasks.filter((task) => task.dimension === dimension);
      return {
        dimension,
        tasks: {
          given: own.length,
          done: own.filter(({ state }) => state === 'confirmed').length,
          late: own.filter(({ isLate }) => isLate).length,
        },
        figures: keysOf(dimension).flatMap((key) => compared(key, then.figures, now.figures)),
      };
    }),
  };
}

/** Whole days only: what is told in the evening of today would still be missing beside a whole day of last year. */
function daysSoFar(ctx: Context, { from_on, to_on }: Campaign): Days {
  const yesterday = dayAfter(dayOf(ctx.now.getTime(), ctx.city.zone), -1);
  return { from: from_on, to: to_on < yesterday ? to_on : yesterday };
}

/** 29 February becomes the 28th. */
function yearBefore(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  const rest = day.slice(4);
  return rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`;
}

function keysOf(dimension: Dimension): FigureKey[] {
  const wanted: readonly string[] = dimensionIndicators[dimension];
  return figureKeys.filter((key) => wanted.includes(figureWords(key).indicator));
}

function compared(key: FigureKey, then: readonly Figure[], now: readonly Figure[]): Compared[] {
  const [a, b] = [then, now].map((all) => all.find((one) => one.key === key));
  if (!a || !b) return [];
  const [before, during] = [ratedOf(a), ratedOf(b)];
  return [
    {
      key,
      before,
      during,
      isBetter: betterOf(key, comparedBy(key, before), comparedBy(key, during)),
    },
  ];
}

const ratedOf = ({ adjusted, hasRate, amounts }: Figure): Compared['before'] => ({
  ...adjusted,
  hasRate,
  median: amounts?.median ?? null,
});

/** What may be held against another span; null where there is too little of it. */
function comparedBy(
  key: FigureKey,
  { numerator, denominator, hasRate, median }: Compared['before'],
): number | null {
  const { measuredIn } = figureWords(key);
  switch (measuredIn) {
    case 'share':
      return hasRate ? numerator / denominator : null;
    case 'count':
      return denominator === 0 ? null : numerator;
    case 'times':
    case 'minutes':
      return hasRate ? median : null;
    default:
      return measuredIn satisfies never;
  }
}

function betterOf(key: FigureKey, before: number | null, during: number | null): boolean | null {
  const { direction } = indicatorTable[figureWords(key).indicator];
  if (before === null || during === null || before === during || direction === 'none') return null;
  return direction === 'higher' ? during > before : during < before;
}
