import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';
import { readCity } from './read-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

const trigger = (over: Partial<Record<string, string>>) => [
  over.code ?? 'x',
  '某触发',
  over.words ?? '某词',
  '',
  over.unless ?? '',
  'any',
  over.raisesTo ?? 'U1',
  over.matters ?? '170301',
  over.linkage ?? 'jj110',
  '',
];

describe('a trigger', () => {
  test.each([
    ['twice', { code: 'fire' }, '重复'],
    ['with no words', { words: '' }, '没有触发词'],
    ['with a lower urgency', { raisesTo: 'U3' }, '触发只能抬到 U1 或 U2'],
    ['with a word that both raises and bars', { unless: '某词' }, '既触发又排除'],
    ['with no matter', { matters: '' }, '没有不带条件的险情事项'],
    ['whose matters all ask for words', { matters: '020202=电梯' }, '没有不带条件的险情事项'],
    ['with a matter after the last', { matters: '170301;020202=电梯' }, '应写在最后'],
    ['with an unknown matter', { matters: '999999' }, '事项 999999 不存在'],
    ['with an ended matter', { matters: '130205' }, '事项 130205 不存在'],
    ['with the matter of everything unsorted', { matters: '200102' }, '派不出险情处置单位'],
    ['with a matter that is only told', { matters: '200201' }, '派不出险情处置单位'],
    ['that links an unknown unit', { linkage: 'nobody' }, '单位 650500.nobody 不存在'],
    ['that links a unit twice', { linkage: 'jj110;jj110' }, '出现两次'],
  ])('%s', (_, over, reason) => {
    expect(city.complaintsAbout('common/triggers.tsv', trigger(over)).join()).toContain(reason);
  });

  test('whose linked unit takes no orders', () => {
    const said = city.complaintsAfter('hami/units.tsv', (content) =>
      content.replace(/^(650500\.jj120\t.*\t)yes(\t[^\t]*\t[^\t]*)$/m, '$1no$2'),
    );
    expect(said.join()).toContain('triggers.tsv');
    expect(said.join()).toContain('单位 650500.jj120 不接单');
  });
});

describe('the backstop of emergencies', () => {
  test.each([
    ['names nobody', '650500.yjj', '650500.gone', '单位 650500.gone 不存在'],
    ['links nobody', '650500.jj110', '650500.gone', '单位 650500.gone 不存在'],
    ['stands for an unknown matter', '"200102"', '"990102"', '事项 990102 不存在'],
  ])('%s', (_, from, to, reason) => {
    const said = city.complaintsAfter('hami/city.json', (content) => content.replace(from, to));
    expect(said.join()).toContain(`cities/hami/city.json:1 ${reason}`);
  });
});

test('a city’s own triggers are heard before the common ones', () => {
  const codes = readCity(city.folder).triggers.map(({ code }) => code);
  expect(codes.indexOf('sand-storm')).toBeLessThan(codes.indexOf('trapped'));
});
