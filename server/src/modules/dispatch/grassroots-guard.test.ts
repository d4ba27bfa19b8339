import { describe, expect, test } from 'vitest';
import { mayGoTo } from './grassroots-guard.ts';

const bureau = {
  level: 'department',
  isListed: false,
  matterName: '井盖缺失破损',
  levelName: '部门',
} as const;
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

  test.each(['assist', 'linkage'] as const)('may use its help as %s for a reason', (role) => {
    expect(mayGoTo(bureau, village, role, '就近设置警示')).toEqual({ allowed: true });
    for (const reason of [null, '', '  ']) {
      expect(mayGoTo(bureau, village, role, reason)).toMatchObject({
        code: 'dispatch.guard-reason',
      });
    }
  });

  test.each([village, township])('is not passed on to $kind by whoever holds it', (unit) => {
    expect(mayGoTo(bureau, unit, 'delegate', '人手不足')).toMatchObject({
      allowed: false,
      code: 'dispatch.grassroots-guard',
    });
  });

  test('may be passed on, not sent, where it stands on the township’s list of duties', () => {
    const listed = { ...bureau, isListed: true };
    expect(mayGoTo(listed, township, 'delegate', null)).toEqual({ allowed: true });
    expect(mayGoTo(listed, township, 'lead', null)).toMatchObject({ allowed: false });
  });

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

test.each(['enterprise', 'county'] as const)(
  'a matter of level %s is no more the village’s than a bureau’s is',
  (level) => {
    for (const role of ['lead', 'delegate'] as const) {
      expect(mayGoTo({ ...bureau, level }, village, role, '就近')).toMatchObject({
        allowed: false,
        code: 'dispatch.grassroots-guard',
      });
    }
    expect(mayGoTo({ ...bureau, level }, township, 'assist', null)).toMatchObject({
      code: 'dispatch.guard-reason',
    });
  },
);

test.each(['township', 'village'] as const)('a matter of level %s may go down', (level) => {
  for (const role of ['lead', 'delegate'] as const) {
    expect(mayGoTo({ ...bureau, level }, village, role, null)).toEqual({ allowed: true });
  }
});

test('without a row of the catalogue there is nothing to guard by', () => {
  expect(mayGoTo(null, village, 'lead', null)).toEqual({ allowed: true });
});
