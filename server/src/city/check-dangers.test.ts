import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

describe('what the reading of danger begins with', () => {
  test.each([
    ['an example of no known kind', 'danger-examples.tsv', ['earthquake', '地在晃'], '险情种类'],
    ['an example told twice', 'danger-examples.tsv', ['fire', '着火了'], '重复'],
    ['a kind nobody has told of', 'danger-kinds.tsv', ['earthquake', '地震', 'any'], '没有例句'],
    ['a group without words', 'danger-words.tsv', ['nothing', ''], '没有触发词'],
  ])('%s', (_, file, row, reason) => {
    expect(city.complaintsAbout(`common/${file}`, row).join()).toContain(reason);
  });
});
