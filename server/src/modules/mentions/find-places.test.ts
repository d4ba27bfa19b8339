import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleGazetteer } from './example-areas.ts';
import { findPlaces } from './find-places.ts';

const gazetteer = exampleGazetteer([]);
const bestOf = (text: string) => findPlaces(text, gazetteer).best;
const kindsOf = (text: string) =>
  findPlaces(text, gazetteer).mentions.map(({ kind, text: said }) => `${kind} ${said}`);

describe('which area', () => {
  test.each([
    ['松湖区白鹭镇桥头村有人倒垃圾', '990001100201'],
    ['石门县青石镇桥头村没有路灯', '990002100201'],
    ['青石镇桥头村没有路灯', '990002100201'],
    ['石门县城停水', '990002000000'],
    ['松湖的菜市场污水横流', '990001000000'],
    ['阿勒泊县停电', '990003000000'],
    ['鹭岛停电了', '990001100000'],
    ['望江楼景区乱收费', '990002100000'],
    ['住在金桂社区,楼道灯坏了', '990001001001'],
    ['鼓楼前街道办', '990001001000'],
    ['松湖停水', '990001000000'],
    ['松湖镇停水', '990001101000'],
    ['青石到南坪的路太颠', '990002000000'],
    ['石门县道512塌方', '990002000000'],
  ])('%s', (text, code) => {
    expect(bestOf(text).areaCode).toBe(code);
    expect(bestOf(text).confidence).toBeGreaterThan(0.6);
  });

  test('a site that is called by its town alone lies there; a road a community is named after runs through the county', () => {
    expect(bestOf('白鹭小学门口堵车')).toMatchObject({ areaCode: '990001100000', poi: '白鹭小学' });
    expect(bestOf('向阳路12号井盖坏了')).toMatchObject({
      areaCode: '990001000000',
      road: '向阳路',
      number: '12号',
    });
    expect(bestOf('向阳路社区的井盖坏了').areaCode).toBe('990001001002');
    expect(bestOf('秀水苑三栋停水')).toMatchObject({ areaCode: '990001001003', poi: '秀水苑' });
  });

  test.each([
    '桥头村没有路灯',
    '石门路的井盖坏了',
    '松湖北路堵车',
    '怎样办社保卡',
    '某县某镇有人采砂',
    '',
  ])('%j names none', (text) => {
    expect(bestOf(text).areaCode).toBeNull();
  });

  test('the office complained of weighs less than the place, and the contradiction is told', () => {
    const best = bestOf('石门县住建局不管,松湖区白鹭镇的楼在渗水');
    expect(best.areaCode).toBe('990001100000');
    expect(best.contradictedBy).toEqual(['990002000000']);
    expect(best.confidence).toBeLessThan(bestOf('松湖区白鹭镇的楼在渗水').confidence);
  });

  test('a village that is not in the town it is said to be in: the town, less surely', () => {
    const best = bestOf('石门县南坪乡金桂社区');
    expect(best.areaCode).toBe('990002101000');
    expect(best.confidence).toBeLessThan(0.9);
  });

  test('two areas of one name are both offered, none is chosen', () => {
    const { areaCode, offers } = bestOf('桥头村没有路灯');
    expect(areaCode).toBeNull();
    expect(offers.map(({ code }) => code)).toEqual(['990001100201', '990002100201']);
    for (const { confidence, words } of offers) {
      expect(confidence).toBeLessThan(0.5);
      expect(words).toEqual(['桥头村']);
    }
  });

  test('one area is offered with the words that speak for it', () => {
    expect(bestOf('青石镇桥头村没有路灯').offers).toMatchObject([
      { code: '990002100201', words: ['青石镇', '桥头村'], isLearnt: false },
    ]);
    expect(bestOf('怎样办社保卡').offers).toEqual([]);
  });

  test('the point is of the smallest area that has one', () => {
    expect(bestOf('松湖区白鹭镇').point).toEqual({ lng: 100, lat: 30 });
    expect(bestOf('松湖区').point).toBeNull();
  });
});

describe('roads, numbers, sites', () => {
  test.each([
    [
      '我住在松湖区胜利西路12号的锦绣花园小区3号楼',
      ['county 松湖区', 'road 胜利西路', 'number 12号', 'poi 锦绣花园小区', 'building 3号楼'],
    ],
    ['延安北路与胜利路交叉口红绿灯坏了', ['road 延安北路', 'road 胜利路']],
    ['松湖将军大道路边占道经营', ['county 松湖', 'road 将军大道']],
    ['白鹭工农路12号的井盖坏了', ['town 白鹭', 'road 工农路', 'number 12号']],
    ['国道324线石门县路段坑洼', ['road 国道324线', 'county 石门县']],
    ['道路不平,路灯不亮,马路对面的人行道也坏了', []],
    ['走了十里路,一路上没有公交车站', []],
    ['坐11路到站,跆拳道馆不退钱,怎么弄', []],
    ['桂花路人行道上,臭味飘到街口', ['road 桂花路']],
  ])('%s', (text, said) => {
    expect(kindsOf(text)).toEqual(said);
  });

  test.each(['A市B县C小区业主反映物业不作为', '某小区物业乱收费,XX路路灯不亮', '***小区电梯坏了'])(
    'what is hidden names no area: %s',
    (text) => {
      const { mentions, best } = findPlaces(text, gazetteer);
      expect(mentions.some(({ isCoded }) => isCoded)).toBe(true);
      expect(best).toMatchObject({ areaCode: null, road: null, poi: null, isCoded: true });
    },
  );
});

describe('what earlier orders taught', () => {
  const seen = (name: string, areaCode: string, count: number, share: number) => ({
    name,
    areaCode,
    count,
    share,
    point: null,
  });

  test('a road known to lie in one town places the appeal, the surer the more often', () => {
    const often = exampleGazetteer([seen('桂花巷', '990001100000', 20, 1)]);
    const once = exampleGazetteer([seen('桂花巷', '990001100000', 1, 1)]);
    const text = '桂花巷的井盖坏了';
    expect(findPlaces(text, often).best.areaCode).toBe('990001100000');
    expect(findPlaces(text, often).best.confidence).toBeGreaterThan(
      findPlaces(text, once).best.confidence,
    );
  });

  test('a road of two places tells neither, unless one is named', () => {
    const both = exampleGazetteer([
      seen('中山路', '990001100000', 10, 0.5),
      seen('中山路', '990002100000', 10, 0.5),
    ]);
    expect(findPlaces('中山路堵车', both).best.confidence).toBeLessThan(0.5);
    expect(findPlaces('石门县中山路堵车', both).best.areaCode).toBe('990002100000');
  });
});

test('any text is safe, and every mention says what stands at its place', () => {
  const pieces = fc.constantFrom(
    '松湖区',
    '桥头村',
    '胜利路',
    '3号',
    '😀',
    ' ',
    'ئۇيغۇر',
    '1380',
    '。',
    '某小区',
    '路',
    '号楼',
    '\n',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(anything, (text) => {
      for (const { start, end, text: said, confidence } of findPlaces(text, gazetteer).mentions) {
        expect(text.slice(start, end)).toBe(said);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
  );
  expect(findPlaces('路'.repeat(100_000), gazetteer).best.areaCode).toBeNull();
  expect(findPlaces('1'.repeat(100_000), gazetteer).best.areaCode).toBeNull();
});
