import { afterAll, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('zhangzhou');
afterAll(() => city.remove());

const file = 'common/mechanisms/unpaid-wages.json';

test.each([
  ['a matter that is none', '"matters": ["070101"]', '"matters": ["079901"]', '事项 079901 不存在'],
  ['a unit that is none', '"lead": "{county}.rsj"', '"lead": "{county}.xyz"', '.xyz 不存在'],
  ['an answer nobody is asked for', '"from": "project"', '"from": "projects"', '受理要素 projects'],
  ['a sum of words', '"sum", "field": "people"', '"sum", "field": "project"', '应为金额或数量'],
  ['evidence nobody can hand in', '"pay_proof"', '"payslip"', '没有证据 payslip'],
  [
    'a sensitive field on a list',
    '"shows": ["project",',
    '"shows": ["labour_company",',
    '敏感要素',
  ],
  ['a day off that is none', '"day_off": "春节"', '"day_off": "寒食"', '没有 寒食'],
])('a mechanism with %s is refused', (_, from, to, reason) => {
  expect(city.complaintsAfter(file, (content) => content.replace(from, to)).join()).toContain(
    reason,
  );
});
