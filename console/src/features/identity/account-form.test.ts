import { expect, test } from 'vitest';
import { emptyForm, fitting, offeredNarrowings, offeredRoles, rightsOf } from './account-form.ts';

test('an outsourced account is offered only what may be outsourced', () => {
  expect(offeredRoles(true)).toEqual(['agent', 'call-back-agent']);
  expect(offeredRoles(false)).toContain('reviewer');
});

test('a scope is only offered where it is narrower than the roles', () => {
  expect(offeredNarrowings(['agent'])).toEqual(['county', 'unit']);
  expect(offeredNarrowings(['county-dispatcher', 'handler'])).toEqual(['unit']);
  expect(offeredNarrowings(['handler'])).toEqual([]);
  expect(offeredNarrowings(['admin'])).toEqual([]);
});

test('what no longer goes together is dropped in sight', () => {
  expect(fitting({ outsourced: true, roles: ['agent', 'handler'], scope: 'county' })).toEqual({
    roles: ['agent'],
    scope: 'county',
  });
  expect(fitting({ outsourced: false, roles: ['handler'], scope: 'county' })).toEqual({
    roles: ['handler'],
    scope: 'roles',
  });
});

test('the server is told null where the roles decide', () => {
  expect(rightsOf({ ...emptyForm, name: ' 张 ', unit: '350626', roles: ['agent'] })).toEqual({
    name: '张',
    unit: '350626',
    roles: ['agent'],
    narrowedTo: null,
    outsourced: false,
  });
});
