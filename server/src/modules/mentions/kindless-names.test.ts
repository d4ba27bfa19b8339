import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleGazetteer } from './example-areas.ts';
import { addressNames, possibleNames } from './kindless-names.ts';

const gazetteer = exampleGazetteer([]);

test.each([
  ['锦江左岸7幢2单元', ['锦江左岸']],
  ['松湖区凤凰国际附近', ['凤凰国际']],
  ['白鹭镇胜利西路12号', []],
  ['锦绣花园3号楼', []],
  ['小区门口', []],
  ['前面路口左转', []],
  ['村尾老屋家', []],
  ['', []],
])('of %j: %j', (address, names) => {
  expect(addressNames(address, gazetteer)).toEqual(names);
});

test('what stands in an address can be found in prose again', () => {
  expect(possibleNames('我们锦江左岸的电梯坏了')).toContain('锦江左岸');
});

test('any text is safe and asks for no more than some hundred names', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      addressNames(text, gazetteer);
      expect(possibleNames(text).length).toBeLessThanOrEqual(400);
    }),
  );
  expect(possibleNames('左岸'.repeat(50_000)).length).toBeLessThan(400);
  expect(addressNames('1'.repeat(100_000), gazetteer)).toEqual([]);
});
