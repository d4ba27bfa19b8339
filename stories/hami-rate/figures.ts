import { fileURLToPath } from 'node:url';
import { readCity } from '../../server/src/city/index.ts';
import {
  type RatingRow,
  type SatisfactionFormula,
  satisfaction,
} from '../../server/src/modules/indicators/satisfaction.ts';

/** 本市口径 of Hami, as its folder says it. */
export function hamiFormula() {
  const folder = fileURLToPath(new URL('../../cities/hami', import.meta.url));
  const [formula] = readCity(folder).satisfaction;
  if (!formula) throw new Error('Hami says nothing about its satisfaction.');
  return formula;
}

/** Every figure by its Chinese name, as numerator/denominator. */
export function figures(
  rows: readonly RatingRow[],
  formula: SatisfactionFormula,
): Readonly<Record<string, string>> {
  const { result, process, ...rest } = satisfaction(rows, formula);
  const named = {
    本市口径: rest.city,
    宽口径: result.wide,
    严口径: result.strict,
    全量口径: result.full,
    参评率: result.participation,
    过程宽口径: process.wide,
    过程严口径: process.strict,
    过程全量口径: process.full,
    过程参评率: process.participation,
    '解决率(有效)': rest.solvedValid,
    '解决率(全量)': rest.solvedFull,
    客观未解决: rest.objective,
    承办单位认定: rest.claimed,
  };
  return Object.fromEntries(
    Object.entries(named).map(([name, { numerator, denominator }]) => [
      name,
      `${numerator}/${denominator}`,
    ]),
  );
}

export function rateOf(told: string | undefined): number {
  const [numerator = 0, denominator = 0] = (told ?? '').split('/').map(Number);
  return denominator === 0 ? 0 : numerator / denominator;
}

export const percent = (told: string | undefined): string => `${(rateOf(told) * 100).toFixed(2)}`;
