import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCity } from '../../city/index.ts';
import { gazetteerOf } from '../mentions/index.ts';
import { above, findObjects } from './find-objects.ts';
import { readMessage } from './read-message.ts';

const city = readCity(fileURLToPath(new URL('../../../../cities/zhangzhou', import.meta.url)));
const gazetteer = gazetteerOf({
  areas: city.areas.map((area) => ({ ...area, full_name: area.name })),
  aliases: city.aliases.map(({ unit, ...alias }) => ({ ...alias, unit_code: unit })),
  learnt: [],
});

let no = 0;
const said = (content: string, area = '350626000000') => {
  no += 1;
  const at = new Date('2025-05-01T02:00:00Z');
  const appeal = { id: `order ${no}`, title: '', content, address: '', area, at };
  return readMessage({ ...appeal, person: `person ${no}` }, gazetteer);
};

const cart = [
  '苏峰山景区的观光车班次太少,等了两个钟头。',
  '去苏峰山玩,观光车班次少得很,老人站着等。',
  '东山苏峰山观光车那里人挤人,现场拥挤没人管。',
  '苏峰山坐观光车,大家都叫它小火车,人多拥挤。',
  '苏峰山观光车的引导员态度差,还吼游客。',
];

test('what people named in the windows and hardly in ordinary weeks stands first, with its thing, nickname and reasons', () => {
  const usual = '风动石景区停车场收费太贵。';
  const windows = [...cart, usual, usual, usual, '铜陵镇路灯不亮。'].map((text) => said(text));
  const ordinary = Array.from({ length: 12 }, () => said(usual));
  const found = findObjects({ windows, windowDays: 10, ordinary, ordinaryDays: 40 });
  const [first, second] = found;
  expect(first).toMatchObject({ county: '350626', people: 5, expected: 0, things: ['观光车'] });
  expect(first?.names).toContain('苏峰山');
  expect(first?.aliases).toEqual(['小火车']);
  expect(first?.inWindows).toHaveLength(5);
  const words = first?.reasons.map((reason) => reason.words) ?? [];
  expect(words.some((word) => word.includes('班次'))).toBe(true);
  expect(words.some((word) => word.includes('拥挤'))).toBe(true);
  for (const { quote } of first?.reasons ?? [])
    expect(cart.some((text) => text.includes(quote))).toBe(true);
  // As many as ordinary weeks bring is nothing that stands out.
  expect(second).toMatchObject({ people: 3, expected: 3 });
  expect(second && above(second)).toBe(0);
});

test('the same name in another county is another object, and one person alone is none', () => {
  const there = [said(cart[0] ?? ''), said(cart[1] ?? '')];
  const elsewhere = [
    said('苏峰山景区门口堵车。', '350623000000'),
    said('苏峰山景区厕所脏。', '350623000000'),
  ];
  const alone = said('马銮湾海滩淋浴收费。');
  const read = { windowDays: 10, ordinary: [], ordinaryDays: 0 };
  const found = findObjects({ windows: [...there, ...elsewhere, alone], ...read });
  expect(found.map(({ county, people }) => [county, people])).toEqual([
    ['350626', 2],
    ['350623', 2],
  ]);
});
