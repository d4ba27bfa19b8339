import { createHash } from 'node:crypto';
import { figureWords, indicatorTable } from '@minsheng/contract';
import { type FigureKey, figureKeys } from '@minsheng/contract/words/indicators.ts';
import { type Cell, csvBytes } from '../../../platform/sheet.ts';
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

/** Counted over issues, which go on changing: not frozen. */
const notFrozen: readonly FigureKey[] = ['K44', 'K44-month', 'K45'];

/** In the order of the list, whatever order they were counted in. */
export function rowsOf(tally: Tally, amounts: readonly Measured[]): ReportRow[] {
  return figureKeys
    .filter((key) => !notFrozen.includes(key))
    .flatMap((key) => {
      const count = tally.get(key);
      if (!count) return [];
      const leftOut = [...count.leftOut]
        .map(([code, many]) => ({ code, count: many }))
        .toSorted((a, b) => a.code.localeCompare(b.code));
      const { adjusted, raw, coverage } = count;
      return [
        {
          key,
          adjusted,
          raw,
          leftOut,
          coverage,
          amounts: amountsOf(amounts.find(({ figure }) => figure === key)),
        },
      ];
    });
}

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
