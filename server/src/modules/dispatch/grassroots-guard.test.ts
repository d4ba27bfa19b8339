import { describe, expect, test } from 'vitest';
import { mayGoTo } from './grassroots-guard.ts';

const bureau = { level: 'department', matterName: '井盖缺失破损', levelName: '部门' } as const;
const village = { kind: 'village', name: '示例村' } as const;
const township = { kind: 'township', name: '示例镇' } as const;

describe('a matter of a bureau', () => {
  test.each([village, township])('is never led by $kind', (unit) => {
    expect(mayGoTo(bureau, unit, 'lead', '人手不足')).toEqual({
      allowed: false,
      code: 'dispatch.grassroots-guard',
      facts: { matter: '井盖缺失破损', level: '部门', unit: unit.name },
    });
  });

  test.each(['assist', 'linkage', 'delegate'] as const)(
    'may use its help as %s for a reason',
    (role) => {
      expect(mayGoTo(bureau, village, role, '就近设置警示')).toEqual({ allowed: true });
      for (const reason of [null, '', '  ']) {
        expect(mayGoTo(bureau, village, role, reason)).toMatchObject({
          code: 'dispatch.guard-reason',
        });
      }
    },
  );

  test('may be copied to it', () => {
    expect(mayGoTo(bureau, village, 'copy', null)).toEqual({ allowed: true });
  });

  test.each(['department', 'county', 'county-department', 'enterprise', 'team'] as const)(
    'may be led by %s',
    (kind) => {
      expect(mayGoTo(bureau, { kind, name: '示例单位' }, 'lead', null)).toEqual({ allowed: true });
    },
  );
});

test('a public enterprise does not hand its pipes to the village', () => {
  const enterprise = { ...bureau, level: 'enterprise' } as const;
  expect(mayGoTo(enterprise, village, 'lead', null)).toMatchObject({ allowed: false });
});

test.each(['county', 'township', 'village'] as const)(
  'a matter of level %s may go down',
  (level) => {
    expect(mayGoTo({ ...bureau, level }, village, 'lead', null)).toEqual({ allowed: true });
  },
);

test('without a row of the catalogue there is nothing to guard by', () => {
  expect(mayGoTo(null, village, 'lead', null)).toEqual({ allowed: true });
});
