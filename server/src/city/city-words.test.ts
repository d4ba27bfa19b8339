import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cityWords } from './city-words.ts';
import { readCity } from './read-city.ts';

test('the dictionary of a city holds its places as the register and as people say them, and no everyday word', () => {
  const words = new Set(cityWords(readCity(join(import.meta.dirname, '../../../cities/hami'))));
  for (const word of ['下涝坝村村民委员会', '下涝坝村', '新庄子村']) expect(words).toContain(word);
  for (const word of ['下涝坝村村', '花园', '']) expect(words).not.toContain(word);
});
