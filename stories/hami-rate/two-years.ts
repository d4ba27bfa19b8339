import type { Stage } from '../kit/story.ts';
import { figures, hamiFormula, percent, rateOf } from './figures.ts';
import { oneSaysElse, ratingsOf, silent } from './ratings-file.ts';

/** What the city published, out of an invented file that its assumed formula turns into just that. */
export function twoYears({ checks }: Stage): void {
  const formula = hamiFormula();
  checks.chapter('Two years of invented ratings, by the formula in cities/hami');
  checks.same('the formula is marked as assumed', formula.mark, 'assumed');
  const of2024 = figures(ratingsOf(2024), formula);
  const of2025 = figures(ratingsOf(2025), formula);
  checks.same('2024: 99.27 %', percent(of2024.本市口径), '99.27');
  checks.same('2025: 99.80 %', percent(of2025.本市口径), '99.80');
  checks.same('beside it, counted on paper: 2024', of2024, {
    本市口径: '9927/10000',
    宽口径: '9927/10021',
    严口径: '9517/10021',
    全量口径: '9517/16240',
    参评率: '10021/16240',
    过程宽口径: '9981/10021',
    过程严口径: '9746/10021',
    过程全量口径: '9746/16240',
    过程参评率: '10021/16240',
    '解决率(有效)': '9312/10021',
    '解决率(全量)': '9312/16240',
    客观未解决: '91/10021',
    承办单位认定: '15830/16240',
  });
  checks.same(
    'and 2025',
    ['宽口径', '严口径', '全量口径', '参评率'].map((name) => `${name} ${of2025[name]}`),
    ['宽口径 12475/12531', '严口径 12115/12531', '全量口径 12115/20091', '参评率 12531/20091'],
  );
}

/** Each figure moves by what it is about, and by nothing else. */
export function oneRating({ checks }: Stage): void {
  const formula = hamiFormula();
  const rows = ratingsOf(2024);
  const before = figures(rows, formula);
  const moved = (after: Readonly<Record<string, string>>) =>
    Object.keys(before).filter((name) => after[name] !== before[name]);
  const whenOne = (...[which, change]: Tail) =>
    moved(figures(oneSaysElse(rows, which, change), formula));
  checks.chapter('One rating is another');
  const isContent: Tail[0] = ({ result }) => result === 'satisfied';
  checks.same('满意 becomes 不满意', whenOne(isContent, { result: 'dissatisfied' }), [
    '本市口径',
    '宽口径',
    '严口径',
    '全量口径',
  ]);
  checks.same('满意 becomes 基本满意', whenOne(isContent, { result: 'basically' }), [
    '严口径',
    '全量口径',
  ]);
  checks.same('满意 becomes 非常满意', whenOne(isContent, { result: 'very-satisfied' }), []);
  checks.same('only the process was bad', whenOne(isContent, { process: 'dissatisfied' }), [
    '过程宽口径',
    '过程严口径',
    '过程全量口径',
  ]);
  checks.same('it was not solved after all', whenOne(isContent, { solved: 'not-solved' }), [
    '解决率(有效)',
    '解决率(全量)',
  ]);
  checks.same('the unit itself said otherwise', whenOne(isContent, { claim: 'not-solved' }), [
    '承办单位认定',
  ]);
  checks.same(
    'a bad one does not count: the rating stays, the city’s figure moves',
    whenOne(({ result }) => result === 'dissatisfied', { excluded: 'X2' }),
    ['本市口径'],
  );
}

type Tail = [Parameters<typeof oneSaysElse>[1], Parameters<typeof oneSaysElse>[2]];

/** Nobody becomes content by not being asked. */
export function halfUnreached({ checks }: Stage): void {
  const formula = hamiFormula();
  const rows = ratingsOf(2024);
  const before = figures(rows, formula);
  checks.chapter('Half of the people cannot be reached');
  const due = rows.reduce((sum, { times }) => sum + times, 0);
  const after = figures([...rows, { ...silent, times: due }], formula);
  const risen = Object.keys(before).filter((name) => rateOf(after[name]) > rateOf(before[name]));
  checks.same('no figure rises', risen, []);
  checks.same(
    '全量口径 and 参评率 are half of what they were',
    [after.全量口径, after.参评率],
    ['9517/32480', '10021/32480'],
  );
  const unasked = figures(
    rows.map((row) => (row.result?.includes('dissatisfied') ? { ...row, ...silent } : row)),
    formula,
  );
  checks.same(
    'were just the discontent not asked, 本市口径 would say 100 %',
    percent(unasked.本市口径),
    '100.00',
  );
  checks.that(
    'and 全量口径 would not have risen, 参评率 would have fallen',
    unasked.全量口径 === before.全量口径 && rateOf(unasked.参评率) < rateOf(before.参评率),
  );
}
