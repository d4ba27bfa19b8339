import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigramsOf } from './bigrams.ts';
import { learnCityWords, searchDocument, searchQuery, wordsOf } from './index.ts';
import { normalise, normaliseDocument } from './normalise.ts';
import { cutDocument } from './search-document.ts';
import { readQuery } from './search-query.ts';
import { wordCutter } from './words.ts';

const cutter = wordCutter(['苏峰山', '古雷港经济开发区']);
const order = cutDocument(
  {
    orderNo: '350600-20260105-000123',
    title: '井盖缺失,夜间有人险些跌落',
    content: '新华北路 3 号楼前井盖不见了,闽E12345的货车压坏的。ＡＢＣ超市门口,G319国道旁。',
    place: '漳州市芗城区新华北路',
    unitNames: ['市住房和城乡建设局'],
  },
  cutter,
);

/** The same test PostgreSQL makes for a query of terms joined by `&`. */
function isFoundBy(query: string | null, lexemes: readonly string[]): boolean {
  if (query === null) return false;
  return query.split(' & ').every((term) => lexemes.includes(term.slice(1, -1)));
}

function finds(text: string): boolean {
  const query = readQuery(text, cutter);
  return isFoundBy(query.words, order.words) || isFoundBy(query.bigrams, order.bigrams);
}

describe('normalising', () => {
  test.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['  井盖\u3000缺失\n夜间 ', '井盖 缺失 夜间'],
    ['井\u200b盖\u0000', '井盖'],
    ['①号楼', '1号楼'],
    ['井 \u200b 盖', '井 盖'],
  ])('%j becomes %j', (text, normal) => {
    expect(normalise(text)).toBe(normal);
  });

  test('a document loses the spaces inside Chinese and keeps those between Latin words', () => {
    expect(normaliseDocument('新华北路 3 号楼 KFC drive in')).toBe('新华北路3号楼kfc drive in');
  });

  test('what is normal stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe('words', () => {
  test("a city's own names are kept whole, and so are the words inside them", () => {
    expect(cutter.forQuery('古雷港经济开发区的路灯')).toEqual(['古雷港经济开发区', '路灯']);
    expect(cutter.forDocument('古雷港经济开发区')).toContain('开发区');
  });

  test('odd rows among the city words do no harm', () => {
    const careless = wordCutter(['', '。', '路', '天后宫\n', '中山公园 9 n']);
    expect(careless.forQuery('天后宫和中山公园门口')).toEqual(['天后宫', '中山公园', '门口']);
  });
});

describe('finding', () => {
  test.each([
    '井盖',
    '井盖缺失',
    '盖缺',
    '北路3号楼',
    '闽E12345',
    'e1234',
    'abc超市',
    'ABC',
    'g319',
    '新华北路 井盖',
    '住房和城乡建设',
    '井盖，缺失！',
    '20260105-000123',
    '000123',
    '芗城',
  ])('%s finds the order', (text) => {
    expect(finds(text)).toBe(true);
  });

  test.each(['路灯', '井盖 路灯', '缺盖', '000124', '新华南路', '', '  ', '的', '!!!'])(
    '%j does not',
    (text) => {
      expect(finds(text)).toBe(false);
    },
  );

  test('any piece of two or more characters between punctuation is found', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'井盖缺失漳州3aB，。 的'), minLength: 2 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.integer({ min: 2, max: 8 }), (content, start, length) => {
        const written = normaliseDocument(content);
        const piece = written.slice(start % written.length, (start % written.length) + length);
        fc.pre(/^[\p{L}\p{N}]{2,}$/u.test(piece));
        expect(isFoundBy(readQuery(piece, cutter).bigrams, bigramsOf(written))).toBe(true);
      }),
    );
  });
});

test('a document without a number or words has no lexemes at all', () => {
  const blank = { orderNo: '', title: '', content: ' 。', place: '', unitNames: [] };
  expect(cutDocument(blank, cutter)).toEqual({ words: [], bigrams: [] });
});

test('the door cuts by the words of the city it was told last', () => {
  expect(searchQuery('火龙果大道路灯').words).not.toContain("'火龙果大道'");
  learnCityWords(['火龙果大道']);
  expect(searchQuery('火龙果大道路灯').words).toBe("'火龙果大道' & '路灯'");
  const text = { orderNo: '', title: '火龙果大道', content: '', place: '', unitNames: [] };
  expect(searchDocument(text).words).toContain('火龙果大道');
});

describe('exact keys', () => {
  test.each([
    '350600-20260105-000123',
    ' ３５０６００－２０２６０１０５－０００１２３ ',
    '35060020260105000123',
    '350600 20260105 000123',
  ])('%j is an order number', (text) => {
    expect(readQuery(text, cutter)).toEqual({
      words: null,
      bigrams: null,
      orderNo: '350600-20260105-000123',
      phone: null,
    });
  });

  test('a telephone number goes to the blind index, whatever its dress', () => {
    const local = ['154', '0000', '0001'];
    const number = local.join('');
    for (const text of [
      number,
      local.join(' '),
      local.join('-'),
      `+86 ${number}`,
      `（${number}）`,
    ]) {
      expect(readQuery(text, cutter)).toMatchObject({ phone: number, bigrams: null });
    }
    expect(readQuery('12345', cutter).phone).toBeNull();
    expect(readQuery(`${number}0`, cutter).phone).toBeNull();
  });
});

describe('safety', () => {
  const literal = /^'[\p{L}\p{M}\p{N}]+'( & '[\p{L}\p{M}\p{N}]+')*$/u;

  test.each([
    "' | 'x",
    "井盖' & !'缺失",
    'a:* | b',
    '\\',
    "'; drop table orders; --",
    '<-> (',
    "''''",
  ])('%j stays words', (text) => {
    const { words, bigrams } = readQuery(text, cutter);
    for (const query of [words, bigrams]) if (query !== null) expect(query).toMatch(literal);
  });

  test('a whole complaint typed as a query is cut short', () => {
    const told =
      '新华北路三号楼门前的井盖昨天夜里被货车压坏以后一直没有人来修理,附近学校的孩子上学路过非常危险';
    const { words, bigrams } = readQuery(told, cutter);
    for (const query of [words, bigrams])
      expect(query?.split(' & ').length).toBeLessThanOrEqual(24);
    expect(bigrams?.split(' & ')).toHaveLength(24);
  });

  test('no text whatever leaves the quotes, and none makes a query without end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const { words, bigrams } = readQuery(text, cutter);
        for (const query of [words, bigrams]) {
          if (query === null) continue;
          expect(query).toMatch(literal);
          expect(query.split(' & ').length).toBeLessThanOrEqual(24);
        }
      }),
    );
  });
});

test('the words of a text come in order, as often as they are said, without marks and empty words', () => {
  expect(wordsOf('路灯坏了,路灯又坏!🙂')).toEqual(['路灯', '坏', '路灯', '又', '坏']);
  expect(wordsOf('')).toEqual([]);
});
