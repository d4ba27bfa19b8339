import { createHash } from 'node:crypto';
import { figureWords, indicatorTable } from '@minsheng/contract';
import { type FigureKey, figureKeys } from '@minsheng/contract/words/indicators.ts';
import { type Cell, csvBytes } from '../../../platform/sheet.ts';
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

/** In the order of the list, whatever order they were counted in. */
export function rowsOf(tally: Tally, { amounts, issues }: Beside): ReportRow[] {
  return figureKeys.flatMap((key) => {
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

/** 指标定义的版本: of the table of indicators and the places of its figures. */
export const definitionsVersion: string = createHash('sha256')
  .update(JSON.stringify([indicatorTable, figureKeys]))
  .digest('hex')
  .slice(0, 12);

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
  rows.map((row) => [
    row.key,
    figureWords(row.key).name,
    row.adjusted.numerator,
    row.adjusted.denominator,
    shareOf(row.adjusted),
    row.raw.numerator,
    row.raw.denominator,
    row.leftOut.map(({ code, count }) => `${code}:${count}`).join(' '),
    row.coverage.known,
    row.coverage.of,
    row.amounts?.median ?? null,
    row.amounts?.p90 ?? null,
  ]);

export const digestOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex');

const shareOf = ({ numerator, denominator }: Fraction): string =>
  denominator === 0 ? '' : `${((numerator / denominator) * 100).toFixed(2)}%`;
