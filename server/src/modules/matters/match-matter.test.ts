import { describe, expect, test } from 'vitest';
import { type MatterWords, matterIndex } from './match-matter.ts';
import { spells, syllablesOf } from './syllables.ts';

function leaf(code: string, names: string, alsoCalled: string[] = []): MatterWords {
  const [l1 = '', l2 = '', own = ''] = names.split('/');
  return { code, l1, l2, leaf: own, alsoCalled };
}

const leaves = [
  leaf('010101', '城乡建设/市政道路/道路坑洼破损'),
  leaf('010102', '城乡建设/市政道路/井盖缺失破损', ['窨井盖', '下水道盖']),
  leaf('010105', '城乡建设/市政道路/路灯照明故障'),
  leaf('010402', '城乡建设/规划与违建/存量违建与楼顶私搭(如鸽棚)'),
  leaf('020201', '住房与物业/房屋使用/房屋渗漏水'),
  leaf('020203', '住房与物业/房屋使用/电梯故障停运维保'),
  leaf('030303', '城市管理/公园绿化/公园内电动车乱停'),
  leaf('070101', '劳动保障/工资/拖欠农民工工资'),
  leaf('180201', '政务服务/政务网站/政务网站APP故障'),
  leaf('030301', '城市管理/公园绿化/绿化养护'),
];
const index = matterIndex(leaves);

function first(typed: string): string | undefined {
  return index.match(typed, 5)[0]?.code;
}

describe('finds', () => {
  test.each([
    ['井盖缺失破损', '010102'],
    ['井盖', '010102'],
    ['井盖破损', '010102'],
    ['窨井', '010102'],
    ['下水道盖子不见了', '010102'],
    ['路灯不亮', '010105'],
    ['我们小区的电梯坏了三天没人修', '020203'],
    ['鸽棚', '010402'],
    ['公园电动车', '030303'],
    ['公园 乱停', '030303'],
    ['农民工工资', '070101'],
    ['jinggai', '010102'],
    ['jg', '010102'],
    ['jgqs', '010102'],
    ['jinggaiqs', '010102'],
    ['JGQSPS', '010102'],
    ['ludeng', '010105'],
    ['lhyh', '030301'],
    ['lvhua', '030301'],
    ['app', '180201'],
    ['ＡＰＰ故障', '180201'],
    ['gezi 楼顶', '010402'],
    ['010102', '010102'],
    ['0702', undefined],
    ['070', '070101'],
    ['01 路灯', '010105'],
    ['dianti', '020203'],
  ])('%s', (typed, code) => {
    expect(first(typed)).toBe(code);
  });

  test('by group or field, its leaves', () => {
    expect(index.match('市政道路', 9).map(({ code }) => code)).toEqual([
      '010101',
      '010102',
      '010105',
    ]);
    expect(index.match('0101', 9).map(({ code }) => code)).toEqual(['010101', '010102', '010105']);
    expect(index.match('szdl', 9).map(({ code }) => code)).toEqual(['010101', '010102', '010105']);
  });

  test('every word counts: one missing word is forgiven only when no matter has them all', () => {
    expect(index.match('电梯 故障', 9).map(({ code }) => code)).toEqual(['020203']);
    expect(index.match('电梯 养老金', 9).map(({ code }) => code)).toEqual(['020203']);
  });

  test('nothing for nothing', () => {
    for (const typed of ['', '  ', '!!!', 'xyzzy', '养老金'])
      expect(index.match(typed, 5)).toEqual([]);
  });

  test('at most as many as asked for, best first', () => {
    const found = index.match('故障', 2);
    expect(found).toHaveLength(2);
    expect(found[0]?.score).toBeGreaterThanOrEqual(found[1]?.score ?? 1);
  });
});

describe('spelling', () => {
  const cover = ['jing', 'gai', 'que', 'shi'];

  test.each(['jinggai', 'jg', 'jingg', 'jgai', 'gaique', 'gq', 'jinggaiqueshi', 'qs'])(
    '%s spells it',
    (letters) => {
      expect(spells(letters, cover)).toBeGreaterThan(0);
    },
  );

  test.each(['gj', 'jq', 'jinggaix', 'inggai', 'jinggaiqueshis', ''])('%j does not', (letters) => {
    expect(spells(letters, cover)).toBe(0);
  });

  test('whole syllables are worth more than initials, the front more than the middle', () => {
    expect(spells('jinggai', cover)).toBeGreaterThan(spells('jg', cover));
    expect(spells('jg', cover)).toBeGreaterThan(spells('gq', cover));
    expect(spells('jinggaiqueshi', cover)).toBe(1);
  });

  test('characters are read in their words, letters as themselves', () => {
    expect(syllablesOf('银行绿化')).toEqual(['yin', 'hang', 'lv', 'hua']);
    expect(syllablesOf('app(移动)')).toEqual(['a', 'p', 'p', 'yi', 'dong']);
  });
});

test('an index of 230 leaves answers a typing person at once', () => {
  const many = Array.from({ length: 23 }, (_, round) =>
    leaves.map((one) => ({ ...one, code: `${Number(one.code) + round * 7}`.padStart(6, '0') })),
  ).flat();
  const large = matterIndex(many);
  const typed = ['井盖', 'jgqs', '我们小区的电梯坏了三天没人修物业不管', '0101', 'dianti guzhang'];
  const startedAt = performance.now();
  for (let round = 0; round < 10; round += 1) for (const words of typed) large.match(words, 10);
  // Five milliseconds each is the promise; four times that leaves room for a busy machine.
  expect((performance.now() - startedAt) / 50).toBeLessThan(20);
});
