import type { Rating, ReasonClass, SolvedAnswer } from '@minsheng/contract/words/call-back.ts';
import type { ExclusionCode } from '@minsheng/contract/words/contest.ts';
import type { Ratio } from './wilson.ts';

/** Orders due for rating of which the same can be said. */
export interface RatingRow {
  /** How many orders. */
  times: number;
  /** 满意度 of the result, of the process (态度): null, nobody said. Nobody reached never counts as satisfied. */
  result: Rating | null;
  process: Rating | null;
  solved: SolvedAnswer | null;
  reasonClass: ReasonClass | null;
  /** 承办单位认定: what the unit itself said. */
  claim: SolvedAnswer | null;
  /** 剔除: the rating stands and does not count for the unit. */
  excluded: ExclusionCode | null;
}

/** 本市口径: the formula a city publishes by, as data. It has no word by which silence could count. */
export interface SatisfactionFormula {
  /** Whether 基本满意 is in the numerator. */
  counts: 'wide' | 'strict';
  of: 'valid' | 'due';
  withExcluded: boolean;
  /** 部分解决 counts as a half in K41a. */
  partlyIsHalf: boolean;
}

/** 满意率 of one question, three variants always together (K42). */
export interface Variants {
  /** 宽口径: very, satisfied and basically, of valid ratings. */
  wide: Ratio;
  /** 严口径: very and satisfied, of valid ratings. */
  strict: Ratio;
  /** 全量口径: very and satisfied, of all orders due for rating. */
  full: Ratio;
  /** 参评率: valid ratings of orders due. */
  participation: Ratio;
}

export interface Satisfaction {
  result: Variants;
  process: Variants;
  /** 本市口径. */
  city: Ratio;
  /** K41a 解决率(有效): of those who answered. */
  solvedValid: Ratio;
  /** K41b 解决率(全量): of all due for call-back. */
  solvedFull: Ratio;
  /** 客观未解决, of those who answered. */
  objective: Ratio;
  /** 承办单位认定解决率: never mixed with what requesters say. */
  claimed: Ratio;
}

const strictly: readonly Rating[] = ['very-satisfied', 'satisfied'];
const widely: readonly Rating[] = [...strictly, 'basically'];

/** 满意率和解决率 of the same orders in every reading of it. Pure: the same rows, the same figures. */
export function satisfaction(
  rows: readonly RatingRow[],
  formula: SatisfactionFormula,
): Satisfaction {
  const answered = ({ solved }: RatingRow) => solved !== null;
  const half = formula.partlyIsHalf ? 0.5 : 0;
  const isSolved = ({ solved }: RatingRow) => solved === 'solved';
  const isPartly = ({ solved }: RatingRow) => solved === 'partly';
  return {
    result: variants(rows, 'result'),
    process: variants(rows, 'process'),
    city: published(
      { raw: variants(rows, 'result'), adjusted: variants(counting(rows), 'result') },
      formula,
    ),
    solvedValid: {
      numerator: total(rows, isSolved) + half * total(rows, isPartly),
      denominator: total(rows, answered),
    },
    solvedFull: { numerator: total(rows, isSolved), denominator: total(rows, always) },
    objective: {
      numerator: total(
        rows,
        (row) => row.solved === 'not-solved' && row.reasonClass === 'objective',
      ),
      denominator: total(rows, answered),
    },
    claimed: {
      numerator: total(rows, ({ claim }) => claim === 'solved'),
      denominator: total(rows, ({ claim }) => claim !== null),
    },
  };
}

/** What counts for a unit: without the excluded ones. */
export function counting(rows: readonly RatingRow[]): RatingRow[] {
  return rows.filter(({ excluded }) => excluded === null);
}

function variants(rows: readonly RatingRow[], question: 'result' | 'process'): Variants {
  const said = (among: readonly Rating[]) => total(rows, (row) => isOneOf(row[question], among));
  const valid = total(rows, (row) => row[question] !== null);
  const due = total(rows, always);
  return {
    wide: { numerator: said(widely), denominator: valid },
    strict: { numerator: said(strictly), denominator: valid },
    full: { numerator: said(strictly), denominator: due },
    participation: { numerator: valid, denominator: due },
  };
}

/** 本市口径 out of the readings of all ratings, or of those that count. */
export function published(
  { raw, adjusted }: Record<'raw' | 'adjusted', Pick<Variants, 'wide' | 'strict' | 'full'>>,
  { counts, of, withExcluded }: SatisfactionFormula,
): Ratio {
  const { full, ...valid } = withExcluded ? raw : adjusted;
  const { numerator, denominator } = valid[counts];
  return { numerator, denominator: of === 'due' ? full.denominator : denominator };
}

const always = () => true;

const isOneOf = (rating: Rating | null, among: readonly Rating[]): boolean =>
  rating !== null && among.includes(rating);

function total(rows: readonly RatingRow[], isCounted: (row: RatingRow) => boolean): number {
  return rows.reduce((sum, row) => sum + (isCounted(row) ? row.times : 0), 0);
}
