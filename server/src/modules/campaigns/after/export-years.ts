import { campaigns as contract, dimensionLabel, figureWords } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { measuredInLabel } from '@minsheng/contract/words/indicators.ts';
import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { mountExport } from '../../../platform/export-route.ts';
import type { App } from '../../../platform/http.ts';
import { demand } from '../../../platform/refusal.ts';
import type { Cell, Sheet } from '../../../platform/sheet.ts';
import { aboutExport } from '../../identity/index.ts';
import { findCampaign } from '../campaigns.repo.ts';
import { mayRead } from '../policy.ts';
import { yearsText as text } from '../text.ts';
import { compareYears } from './compare-years.ts';

type Years = ReplyOf<typeof contract.compareYears>;
type OfDimension = Years['dimensions'][number];
type Figure = OfDimension['figures'][number];

/** 导出前后对比, as it is at this hour; the purpose is kept with the audit line. */
export function exportYearsRoute(app: App): void {
  mountExport(
    app,
    {
      path: contract.exportYearsPath,
      may: 'orders.export',
      audit: 'years exported',
      summary: 'The five dimensions of a year’s campaign beside the year before, as xlsx',
      body: contract.exportYearsBody,
      fileName: text.fileName,
    },
    yearsSheet,
  );
}

export async function yearsSheet(
  ctx: Context,
  { campaignId, purpose }: z.output<typeof contract.exportYearsBody>,
): Promise<Sheet> {
  demand(mayRead(ctx.actor));
  const { title } = await findCampaign(ctx, campaignId);
  const years = await compareYears(ctx, { campaignId });
  const rows = years.dimensions.flatMap((one) => [
    ...one.figures.map((figure) => cellsOf(one, figure)),
    tasksOf(one),
  ]);
  Object.assign(ctx.unitOfWork.facts, { purpose, campaign: campaignId, rows: rows.length });
  const about = await aboutExport(ctx, { purpose, rows: text.rows(rows.length) });
  return {
    name: text.sheetName,
    columns: text.columns,
    rows,
    about: {
      name: text.aboutName,
      lines: [...about, title, ...text.about(years)],
    },
  };
}

function cellsOf({ dimension }: OfDimension, { key, before, during, isBetter }: Figure): Cell[] {
  const { name, measuredIn } = figureWords(key);
  return [
    ...[dimensionLabel[dimension], name, measuredInLabel[measuredIn]],
    ...valuesOf(key, before),
    ...valuesOf(key, during),
    isBetter === null ? '' : text.change[isBetter ? 'better' : 'worse'],
  ];
}

/** Above the line, below it, and what may be said of it: a rate or a median; nothing of too few. */
function valuesOf(key: Figure['key'], value: Figure['before']): Cell[] {
  const { numerator, denominator, hasRate, median } = value;
  const { measuredIn } = figureWords(key);
  switch (measuredIn) {
    case 'share':
      if (hasRate) return [numerator, denominator, text.percent(numerator / denominator)];
      return [numerator, denominator, denominator === 0 ? text.none : text.tooFew];
    case 'count':
      return denominator === 0 ? ['', '', text.none] : [numerator, '', text.pieces(numerator)];
    case 'times':
    case 'minutes':
      return [
        ...['', denominator],
        median === null ? text.none : text.median(median, measuredInLabel[measuredIn]),
      ];
    default:
      return measuredIn satisfies never;
  }
}

const tasksOf = ({ dimension, tasks: { given, done, late } }: OfDimension): Cell[] => [
  ...[dimensionLabel[dimension], text.tasks, text.items, '', '', ''],
  ...[done, given, given === 0 ? text.none : text.late(late), ''],
];
