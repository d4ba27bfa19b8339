import { describe, expect, test } from 'vitest';
import { bestCut } from './best-cut.ts';
import { expectedOf } from './expected.ts';
import { readTagged, segmentsOf } from './labelled.ts';
import { type Scores, scoreOf, stretchAt } from './lattice.ts';
import { randomFrom } from './shuffle.ts';
import { spanScores } from './span-f1.ts';
import { tagWith } from './tag.ts';
import { trainTagger } from './train.ts';

describe('reading tagged lines', () => {
  const segments = [
    { start: 0, end: 2, kind: 'road' },
    { start: 2, end: 3, kind: 'no' },
    { start: 4, end: 6, kind: 'road' },
  ];
  test.each([
    ['BIO', ['B-road', 'I-road', 'B-no', 'O', 'B-road', 'I-road']],
    ['BIOES', ['B-road', 'E-road', 'S-no', 'O', 'B-road', 'E-road']],
    ['BMES', ['B_road', 'E_road', 'S_no', 'O', 'B_road', 'E_road']],
    ['BILOU', ['B-road', 'L-road', 'U-no', 'O', 'B-road', 'L-road']],
    ['kind before place', ['road-B', 'road-I', 'no-B', 'O', 'road-B', 'road-I']],
    ['IO', ['I-road', 'I-road', 'I-no', 'O', 'I-road', 'I-road']],
  ])('%s', (_, tags) => {
    expect(segmentsOf(tags)).toEqual(segments);
  });

  test('tabs or spaces, marks of documents, a blank as a token, windows line ends', () => {
    const text = '-DOCSTART-\tO\r\n\r\n新\tB-road\r\n路\tI-road\r\n \tO\r\n\r\n3 B-no\r\n';
    expect(readTagged(text)).toEqual([
      { tokens: ['新', '路', ' '], segments: [{ start: 0, end: 2, kind: 'road' }] },
      { tokens: ['3'], segments: [{ start: 0, end: 1, kind: 'no' }] },
    ]);
  });
});

describe('the lattice', () => {
  const [length, kinds, reach] = [4, 3, 3];
  const random = randomFrom(3);
  const list = (size: number) => Float64Array.from({ length: size }, () => random() * 2 - 1);
  const scores: Scores = {
    length,
    kinds,
    reach,
    longest: Int32Array.of(1, 3, 2),
    tokens: list(length * kinds * 4),
    stretches: list(length * reach * kinds),
    steps: list((kinds + 1) ** 2),
  };
  /** Every way to cut, told one by one. */
  const ways = (from: number, before: number): { sum: number; cuts: string }[] => {
    if (from === length) return [{ sum: scores.steps[before * 4 + kinds] ?? 0, cuts: '' }];
    return [0, 1, 2].flatMap((kind) =>
      [1, 2, 3]
        .filter((size) => size <= (scores.longest[kind] ?? 0) && from + size <= length)
        .flatMap((size) => {
          const own = scoreOf(scores, { start: from, end: from + size, kind }, before);
          return ways(from + size, kind).map(({ sum, cuts }) => ({
            sum: own + sum,
            cuts: `${from}-${from + size}:${kind} ${cuts}`,
          }));
        }),
    );
  };
  const all = ways(0, kinds);

  test('the best cut is the best of all', () => {
    const best = all.toSorted((a, b) => b.sum - a.sum)[0];
    expect(
      bestCut(scores)
        .map(({ start, end, kind }) => `${start}-${end}:${kind} `)
        .join(''),
    ).toBe(best?.cuts);
  });

  test('the sums run over all cuts, and chances are shares of them', () => {
    const expected = expectedOf(scores);
    const total = Math.log(all.reduce((sum, way) => sum + Math.exp(way.sum), 0));
    expect(expected.total).toBeCloseTo(total, 8);
    const share = all
      .filter(({ cuts }) => cuts.includes('1-3:1 '))
      .reduce((sum, way) => sum + Math.exp(way.sum - total), 0);
    expect(expected.stretches[stretchAt(1, 3, reach) * kinds + 1]).toBeCloseTo(share, 5);
  });
});

test('it learns what an address is made of, and counts what it found', () => {
  const roads = ['新华', '延安', '胜利', '和平', '解放', '建设'];
  const lines = (names: readonly string[]) =>
    names
      .map((name, at) =>
        [...name]
          .map((c, i) => `${c} ${i === 0 ? 'B' : 'I'}-road`)
          .join('\n')
          .concat(`\n路 I-road\n${at + 1} B-no\n号 I-no\n`),
      )
      .join('\n');
  const plan = { rounds: 12, rate: 0.1, decay: 1e-4, hidden: 0, seed: 1, progress: () => {} };
  const model = trainTagger(readTagged(lines([...roads, ...roads])), plan);
  expect(tagWith(model, [...'长江路7号'])).toEqual([
    { start: 0, end: 3, kind: 'road' },
    { start: 3, end: 5, kind: 'no' },
  ]);
  expect(tagWith(model, [])).toEqual([]);
  const gold = [
    { start: 0, end: 2, kind: 'road' },
    { start: 2, end: 4, kind: 'no' },
  ];
  const found = [
    { start: 0, end: 2, kind: 'road' },
    { start: 2, end: 3, kind: 'no' },
  ];
  expect(spanScores([{ gold, found }]).all).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5 });
});
