import { homePage, type Role, roles, roleWords } from '@minsheng/contract';
import { describe, expect, test } from 'vitest';
import { homeOf, menuOf } from './menu.ts';
import type { Me } from './session.ts';

const personOf = (role: Role): Me => ({
  account: {
    id: '01890000-0000-7000-8000-000000000001',
    login: role,
    name: roleWords[role].label,
    roles: [role],
    permissions: [...roleWords[role].permissions],
    passwordIsDue: false,
    factorIsDue: null,
    scope: roleWords[role].scope,
    outsourced: false,
    unit: null,
  },
  city: { code: '350600', name: '漳州市' },
  clock: 'real',
  now: '2026-06-18T16:30:00.000Z',
});

test('what waits for a signature or a second look counts beside its page', () => {
  const desksOf = (role: Role) => menuOf(personOf(role)).flatMap(({ desks }) => desks);
  expect(desksOf('unit-leader')).toContain('unit-sign-off');
  expect(desksOf('call-back-agent')).toContain('follow-up');
  // Only a leader can do something about an order that waits for a name.
  expect(desksOf('unit-leader')).toContain('unit-to-name');
  expect(desksOf('handler')).not.toContain('unit-to-name');
});

describe.each(roles)('%s', (role) => {
  test('opens on the page its role is promised', () => {
    expect(homeOf(personOf(role))).toBe(homePage[role]);
  });

  test('has a menu', () => {
    expect(menuOf(personOf(role)).length).toBeGreaterThan(0);
  });
});
