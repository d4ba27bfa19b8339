import { createHash } from 'node:crypto';
import { figureWords, indicatorTable } from '@minsheng/contract';
import {
  countedThingLabel,
  type FigureKey,
  figureKeys,
  type MeasuredIn,
  measuredInLabel,
  minimumSample,
} from '@minsheng/contract/words/indicators.ts';
import { type Cell, csvBytes } from '../../../platform/sheet.ts';
import { factVersion } from '../facts-of.ts';
import type { IssueCount } from '../issue-figures.ts';
import type { Measured } from '../measured.ts';
import type { Tally } from '../tally.ts';
import { type ReportAbout, sheetText } from './text.ts';

/** Aliases, not interfaces: they are kept as JSON. */
type Fraction = { numerator: number; denominator: number };

export type ReportRow = {
  key: FigureKey;
  adjusted: Fraction;
  raw: Fraction;
  leftOut: { code: string; count: number }[];
  coverage: { known: number; of: number };
  amounts: { median: number; p90: number } | null;
};

/** As the table of indicators has them: what belongs together stands together. */
const keysInOrder: readonly FigureKey[] = Object.values(indicatorTable).flatMap(({ figures }) =>
  figureKeys.filter((key) => key in figures),
);

/** In the order of the table, whatever order they were counted in. */
export function rowsOf(tally: Tally, { amounts, issues }: Beside): ReportRow[] {
  return keysInOrder.flatMap((key) => {
    const ofIssues = issues.get(key);
    if (ofIssues) return [issueRow(key, ofIssues)];
    const count = tally.get(key);
    if (!count) return [];
    const leftOut = [...count.leftOut]
      .map(([code, many]) => ({ code, count: many }))
      .toSorted((a, b) => a.code.localeCompare(b.code));
    const { adjusted, raw, coverage } = count;
    const measured = amountsOf(amounts.find(({ figure }) => figure === key));
    return [{ key, adjusted, raw, leftOut, coverage, amounts: measured }];
  });
}

/** What is not added up order by order. */
interface Beside {
  readonly amounts: readonly Measured[];
  readonly issues: ReadonlyMap<FigureKey, IssueCount>;
}

/** Nothing is left out of issues. */
const issueRow = (key: FigureKey, { numerator, denominator }: IssueCount): ReportRow => ({
  key,
  adjusted: { numerator, denominator },
  raw: { numerator, denominator },
  leftOut: [],
  coverage: { known: denominator, of: denominator },
  amounts: null,
});

const amountsOf = (measured: Measured | undefined): ReportRow['amounts'] =>
  measured ? { median: measured.median, p90: measured.p90 } : null;

/** 指标定义的版本: of the table of indicators, the places of its figures, how facts are made and the words of the file. */
export function definitionsOf(factsMade: number): string {
  const words = [sheetText.heads, sheetText.tooFew, sheetText.codes, sheetText.unfed];
  return createHash('sha256')
    .update(JSON.stringify([indicatorTable, figureKeys, factsMade, minimumSample, words]))
    .digest('hex')
    .slice(0, 12);
}

export const definitionsVersion: string = definitionsOf(factVersion);

/** 报告文件: the same rows, the same bytes. */
export function contentOf(about: ReportAbout, rows: readonly ReportRow[]): string {
  const { heads } = sheetText;
  return csvBytes({
    columns: heads.map((heading) => ({ heading, width: 0 })),
    rows: [...linesOf(rows), ...sheetText.about(about).map((line) => [line])],
  }).toString('utf8');
}

/** One line a figure, as in the file. */
export const linesOf = (rows: readonly ReportRow[]): Cell[][] =>
  rows.map((row) => {
    const words = figureWords(row.key);
    return [
      row.key,
      words.name,
      countedThingLabel[indicatorTable[words.indicator].counts],
      row.adjusted.numerator,
      row.adjusted.denominator,
      shareOf(row.adjusted, words.measuredIn),
      row.raw.numerator,
      row.raw.denominator,
      shareOf(row.raw, words.measuredIn),
      row.leftOut.map(({ code, count }) => `${code}:${count}`).join(' '),
      row.coverage.known,
      row.coverage.of,
      row.amounts?.median ?? null,
      row.amounts?.p90 ?? null,
      row.amounts ? measuredInLabel[words.measuredIn] : '',
      words.numerator,
      words.denominator,
    ];
  });

export const digestOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex');

/** Of fewer than the minimum sample no rate is made (3.6), nor of what is no share. */
function shareOf({ numerator, denominator }: Fraction, measuredIn: MeasuredIn): string {
  if (measuredIn !== 'share' || denominator === 0) return '';
  if (denominator < minimumSample) return sheetText.tooFew;
  return `${((numerator / denominator) * 100).toFixed(2)}%`;
}
