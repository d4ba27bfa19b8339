import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learn, probabilities, read, type Sample, trainBlend } from './blend.ts';
import { cleanText } from './clean-text.ts';
import { bend, learnCurve, newCurve } from './curve.ts';
import { featuresOf } from './features.ts';
import { calibrationError, coverageAt, hitRate, macroF1 } from './measures.ts';
import { fitMix, mixed } from './mix.ts';
import { bayesOf, learnBayes, trainBayes } from './naive-bayes.ts';
import { randomFrom } from './random.ts';
import { learnVocabulary, rowOf } from './vocabulary.ts';

const wishes = { seed: 1, mostFeatures: 50_000, inOrder: false, progress: () => {} };
const things = {
  路灯: ['路灯不亮', '灯杆倒了', '整条街没有灯', '晚上黑漆漆的'],
  污水: ['污水冒出来', '下水道堵了', '窨井溢水', '臭水流到门口'],
  工资: ['老板拖欠工资', '干了三个月没发钱', '包工头跑了', '讨要血汗钱'],
};
type Thing = keyof typeof things;
const names: readonly Thing[] = ['路灯', '污水', '工资'];
const around = ['麻烦看看', '已经好几天了', '打过电话', '希望尽快处理', '邻居也说', '谢谢你们'];

/** Invented messages: one or two phrases of a thing among phrases anybody says. */
function sample(random: ReturnType<typeof randomFrom>, name: Thing, label: string = name): Sample {
  const pick = (from: readonly string[]) => from[Math.floor(random.next() * from.length)] ?? '';
  const detail = [pick(around), pick(things[name]), pick(around), pick(things[name])].join(',');
  return { features: featuresOf({ title: '', detail }), label };
}

function samples(count: number, seed: number): Sample[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => sample(random, names[at % 3] ?? '路灯'));
}

const judgedBy = (blend: ReturnType<typeof trainBlend>, rows: readonly Sample[]) =>
  rows.map(({ features, label }) => ({
    shares: probabilities(blend, features),
    truth: blend.labels.indexOf(label),
  }));

describe('the blend', () => {
  test('learns what can be told apart, and says the same twice for the same seed', () => {
    const train = samples(240, 1);
    const one = trainBlend(train, wishes);
    const other = trainBlend(train, wishes);
    const judged = judgedBy(one, samples(90, 2));
    expect(hitRate(judged, 1)).toBeGreaterThan(0.97);
    expect(judgedBy(other, samples(90, 2))).toEqual(judged);
  });

  test('takes up a label nobody had met, and follows a change of who is in charge', () => {
    const blend = trainBlend(samples(240, 3), wishes);
    const random = randomFrom(4);
    for (let at = 0; at < 60; at += 1) learn(blend, sample(random, '路灯', '城管'));
    const now = Array.from({ length: 30 }, () => sample(random, '路灯', '城管'));
    const others = samples(90, 5).filter(({ label }) => label !== '路灯');
    expect(hitRate(judgedBy(blend, now), 1)).toBeGreaterThan(0.8);
    expect(hitRate(judgedBy(blend, others), 1)).toBeGreaterThan(0.9);
  });

  test('says how sure it may be of messages half of whose words nobody ever met', () => {
    const random = randomFrom(8);
    const word = () => String.fromCodePoint(0x4e00 + Math.floor(20_000 * random.next()));
    const unheard = (): Sample => {
      const name = names[Math.floor(random.next() * 3)] ?? '路灯';
      const own = random.next() < 0.5 ? things[name][0] : '';
      const detail = `${own},${Array.from({ length: 24 }, word).join('')}`;
      return { features: featuresOf({ title: '', detail }), label: name };
    };
    const blend = trainBlend(Array.from({ length: 240 }, unheard), wishes);
    const later = Array.from({ length: 600 }, unheard);
    expect(calibrationError(judgedBy(blend, later))).toBeLessThan(0.08);
    for (const one of later.slice(0, 300)) learn(blend, one);
    expect(calibrationError(judgedBy(blend, later.slice(300)))).toBeLessThan(0.08);
  });

  test('one label, or no sample at all, is no fault', () => {
    const lonely = trainBlend(
      samples(30, 6).map((one) => ({ ...one, label: '唯一' })),
      wishes,
    );
    expect(read(lonely, featuresOf({ title: '', detail: '路灯' }), 3).readings).toHaveLength(1);
    const empty = trainBlend([], wishes);
    expect(read(empty, featuresOf({ title: '', detail: '路灯' }), 3).readings).toEqual([]);
    learn(empty, { features: featuresOf({ title: '', detail: '路灯不亮' }), label: '路灯' });
    expect(read(empty, featuresOf({ title: '', detail: '路灯' }), 3).readings).toHaveLength(1);
  });

  test('whatever is written, the shares are shares', () => {
    const blend = trainBlend(samples(90, 7), wishes);
    const odd = [
      '',
      ' ',
      '🙂🙂🙂',
      '0'.repeat(5000),
      '字'.repeat(100_000),
      'ئالما hello 世界',
      'lu deng huai le',
      '<b>&nbsp;</b>',
    ];
    for (const detail of odd) {
      const shares = probabilities(blend, featuresOf({ title: detail, detail }));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (detail) => {
        const shares = probabilities(blend, featuresOf({ title: '', detail }));
        return shares.every((share) => share >= 0 && share <= 1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('reading', () => {
  test('numbers and markup teach nothing', () => {
    expect(cleanText('<p>电话13+0&nbsp;打不通</p>2020/1/7', 500)).toBe('电话#,#,打不通,#');
    expect(featuresOf({ title: '', detail: '住在12号' })).toEqual(
      featuresOf({ title: '', detail: '住在97号' }),
    );
  });

  test('a very long letter is read at both ends', () => {
    const long = `路灯不亮${'说来话长'.repeat(5000)}请修好污水管`;
    const cut = cleanText(long, 2000);
    expect(cut.length).toBeLessThan(2100);
    expect(cut).toContain('路灯');
    expect(cut).toContain('污水管');
  });
});

describe('meaning what it says', () => {
  test('the mix finds how far experts are to be trusted', () => {
    const random = randomFrom(8);
    const seen = Array.from({ length: 3000 }, () => {
      const truth = random.next() < 0.7 ? 0 : 1;
      const idle = Float64Array.of(random.next(), random.next());
      // Says what has really seven chances in ten, much too loudly.
      return { opinions: [Float64Array.of(10, 0), idle], truth };
    });
    const mix = fitMix([1, 1], seen);
    expect(mixed(mix, [Float64Array.of(10, 0), Float64Array.of(0.5, 0.5)])[0]).toBeCloseTo(0.7, 1);
  });

  test('the curve brings a boast down to what comes true', () => {
    const curve = newCurve();
    const random = randomFrom(9);
    for (let at = 0; at < 3000; at += 1) learnCurve(curve, 0.9, random.next() < 0.6);
    const shares = bend(curve, Float64Array.of(0.9, 0.06, 0.04));
    expect(shares[0]).toBeCloseTo(0.6, 1);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('the figures are counted as they are defined', () => {
    const judged = [
      { shares: Float64Array.of(0.9, 0.1), truth: 0 },
      { shares: Float64Array.of(0.8, 0.2), truth: 0 },
      { shares: Float64Array.of(0.3, 0.7), truth: 0 },
      { shares: Float64Array.of(0.4, 0.6), truth: 1 },
    ];
    expect(hitRate(judged, 1)).toBe(0.75);
    expect(hitRate(judged, 2)).toBe(1);
    expect(coverageAt(judged, 0.975)).toBe(0.5);
    expect(coverageAt(judged, 0.7)).toBe(1);
    expect(macroF1(judged)).toBeCloseTo((0.8 + 2 / 3) / 2, 9);
    expect(calibrationError(judged)).toBeCloseTo((0.1 + 0.2 + 0.7 + 0.4) / 4, 9);
  });
});

test('counts read a handful of messages, and give a label nobody met the least', () => {
  const said = [
    ['路灯不亮晚上很黑', 'lamp'],
    ['小区路灯坏了两盏', 'lamp'],
    ['自来水发黄有味道', 'water'],
    ['家里水管没有水', 'water'],
  ] as const;
  const all = said.map(([detail]) => featuresOf({ title: '', detail }));
  const vocabulary = learnVocabulary(all, { fewest: 1, mostFeatures: 1000 });
  const rows = all.map((features) => rowOf(vocabulary, features));
  const bayes = trainBayes(rows, Uint16Array.from([0, 0, 1, 1]), {
    features: vocabulary.size,
    labels: 2,
  });
  const scores = bayesOf(
    bayes,
    rowOf(vocabulary, featuresOf({ title: '', detail: '门口的路灯不亮了' })),
    3,
  );
  expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
  expect(Math.min(...scores)).toBe(scores[2]);
});

test('counts that learn one by one end where counts that learn all at once begin', () => {
  const all = samples(60, 9);
  const vocabulary = learnVocabulary(
    all.map(({ features }) => features),
    { fewest: 1, mostFeatures: 1000 },
  );
  const rows = all.map(({ features }) => rowOf(vocabulary, features));
  const truths = Uint16Array.from(rows, (_, at) => at % 3);
  const sizes = { features: vocabulary.size, labels: 3 };
  const atOnce = trainBayes(rows, truths, sizes);
  const later = trainBayes(rows.slice(0, 20), truths.slice(0, 20), sizes);
  rows.slice(20).forEach((row, at) => {
    learnBayes(later, row, truths[at + 20] ?? 0);
  });
  for (const row of rows) {
    const wanted = bayesOf(atOnce, row, 3);
    bayesOf(later, row, 3).forEach((score, label) => {
      expect(score).toBeCloseTo(wanted[label] ?? 0, 3);
    });
  }
});
