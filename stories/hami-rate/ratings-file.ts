import { readFileSync } from 'node:fs';
import { ratings, reasonClasses, solvedAnswers } from '@minsheng/contract/words/call-back.ts';
import { exclusionCodes } from '@minsheng/contract/words/contest.ts';
import { z } from 'zod';
import type { RatingRow } from '../../server/src/modules/indicators/satisfaction.ts';

const line = z.tuple([
  z.coerce.number().int().positive(),
  z.enum(['', ...ratings]),
  z.enum(['', ...ratings]),
  z.enum(['', ...solvedAnswers]),
  z.enum(['', ...reasonClasses]),
  z.enum(['', ...solvedAnswers]),
  z.enum(['', ...exclusionCodes]),
]);

const said = <T extends string>(cell: T): Exclude<T, ''> | null => (isSaid(cell) ? cell : null);
const isSaid = <T extends string>(cell: T): cell is Exclude<T, ''> => cell !== '';

/** An invented year of ratings: orders of which the same was said, a line each. */
export function ratingsOf(year: 2024 | 2025): RatingRow[] {
  const path = new URL(`ratings-${year}.tsv`, import.meta.url);
  const [, ...lines] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((each) => each !== '' && !each.startsWith('#'));
  return lines.map((each) => {
    const [times, result, process, solved, reason, claim, excluded] = line.parse(each.split('\t'));
    return {
      times,
      result: said(result),
      process: said(process),
      solved: said(solved),
      reasonClass: said(reason),
      claim: said(claim),
      excluded: said(excluded),
    };
  });
}

/** The same orders, of one of which something else was said. */
export function oneSaysElse(
  rows: readonly RatingRow[],
  which: (row: RatingRow) => boolean,
  change: Partial<RatingRow>,
): RatingRow[] {
  const at = rows.findIndex(which);
  return rows.flatMap((row, no) =>
    no === at
      ? [
          { ...row, times: row.times - 1 },
          { ...row, ...change, times: 1 },
        ]
      : [row],
  );
}

export const silent: Omit<RatingRow, 'times'> = {
  result: null,
  process: null,
  solved: null,
  reasonClass: null,
  claim: null,
  excluded: null,
};
