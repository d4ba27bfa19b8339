import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roles } from '@minsheng/contract/words/roles.ts';
import { afterAll, expect, test } from 'vitest';
import { inCity } from '../../test/kit.ts';
import { signIn } from '../modules/identity/sign-in.ts';
import type { Context } from '../platform/context.ts';
import { tablesOf } from '../platform/db.ts';
import { accountsPath, announceAccounts, makeDemoAccounts } from './accounts.ts';
import { demoPeople } from './people.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-accounts-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const make = (ctx: Context, folder: string) => makeDemoAccounts(ctx, 'zhangzhou', folder);

test(
  'whoever starts the demo finds an account for every role, in a file of their own',
  inCity(async ({ system }) => {
    const folder = newFolder();
    const accounts = await system.do(make, folder);
    expect(statSync(accountsPath(folder)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(accountsPath(folder), 'utf8'))).toEqual(accounts);
    for (const { login, password } of accounts) {
      expect(password.length).toBeGreaterThanOrEqual(12);
      const { account } = await system.do(signIn, { login, password });
      expect(account.unit, login).not.toBeNull();
    }
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    const said: string[] = [];
    announceAccounts(accounts, folder, (line) => said.push(line));
    for (const { login, password } of accounts) {
      expect(said.some((line) => line.includes(login) && line.includes(password))).toBe(true);
    }
  }),
);

test.each([
  ['zhangzhou', '350600'],
  ['hami', '650500'],
])('%s has somebody in every role, and one outsourced agent', (city, code) => {
  const people = demoPeople(city, code);
  expect(new Set(people.flatMap((person) => person.roles))).toEqual(new Set(roles));
  expect(people.filter(({ isOutsourced }) => isOutsourced).map((person) => person.roles)).toEqual([
    ['agent'],
  ]);
  expect(new Set(people.map(({ login }) => login)).size).toBe(people.length);
});

test(
  'another start shows the same accounts; a start that was cut off is put right',
  inCity(async ({ system, ctx }) => {
    const folder = newFolder();
    const accounts = await system.do(make, folder);
    expect(await system.do(make, folder)).toEqual(accounts);
    await tablesOf<'identity'>(ctx.tx)
      .deleteFrom('identity.account')
      .where('login', 'in', ['agent', 'reviewer'])
      .execute();
    expect(await system.do(make, folder)).toEqual(accounts);
    for (const login of ['agent', 'reviewer']) {
      const password = accounts.find((one) => one.login === login)?.password ?? '';
      await system.do(signIn, { login, password });
    }
  }),
);

test(
  'an account somebody took over, locked or closed is not shown any more, and does not come back',
  inCity(async ({ system, ctx }) => {
    const folder = newFolder();
    await system.do(make, folder);
    const now = new Date('2026-03-02T01:00:00Z');
    const set = (login: string, columns: object) =>
      tablesOf<'identity'>(ctx.tx)
        .updateTable('identity.account')
        .set(columns)
        .where('login', '=', login)
        .execute();
    await set('admin', { password_from: 'person' });
    await set('agent', { locked_at: now });
    await set('reviewer', { closed_at: now });
    const shown = (await system.do(make, folder)).map(({ login }) => login);
    expect(shown).toContain('dispatcher');
    for (const login of ['admin', 'agent', 'reviewer']) expect(shown).not.toContain(login);
  }),
);

test(
  'a second data folder on the same database neither changes nor shows passwords it does not know',
  inCity(async ({ system }) => {
    const [first, second] = [newFolder(), newFolder()];
    const accounts = await system.do(make, first);
    expect(await system.do(make, second)).toEqual([]);
    const [{ login, password } = { login: '', password: '' }] = accounts;
    await system.do(signIn, { login, password });
  }),
);
