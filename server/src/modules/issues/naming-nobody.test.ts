import { expect, test } from 'vitest';
import { gazetteerOf } from '../mentions/index.ts';
import type { Problem } from './find-problems.ts';
import { namingNobody } from './naming-nobody.ts';

const nowhere = gazetteerOf({ areas: [], aliases: [], learnt: [] });
const found: Problem = {
  name: '井盖丢失',
  example: '延安北路井盖丢了没人管',
  exampleId: 'a',
  names: [],
  words: [{ term: '井盖', share: 1 }],
  ids: ['a', 'b'],
  people: 2,
  firstAt: null,
  lastAt: null,
};

test('a problem is called by what several say', () => {
  expect(namingNobody(found, nowhere)).toMatchObject({ name: '井盖丢失', words: found.words });
});

test('the title of one order is no name, and goes no further', () => {
  const alone = { ...found, name: found.example, words: [] };
  expect(namingNobody(alone, nowhere)).toMatchObject({ name: '未能命名', example: '' });
});
