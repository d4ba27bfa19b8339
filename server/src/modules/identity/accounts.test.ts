import { identity as contract, type RequestOf } from '@minsheng/contract';
import { type Role, roles, roleWords } from '@minsheng/contract/words/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { pretendPorts } from '../../../test/pretend-ports.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { systemActor } from '../../platform/actor.ts';
import { type TestServer, testServerWith } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { permissionsOf, scopeOf } from './actor-of.ts';
import { identityRoutes } from './identity.routes.ts';
import { hashPassword, insertAccount, ofTheDemo, resolveActor } from './index.ts';

let server: TestServer;
let admin: { token: string };
const password = 'right enough 1';

type NewAccount = RequestOf<typeof contract.createAccount>;

const someone = (login: string, differences: Partial<NewAccount> = {}): NewAccount => ({
  login,
  name: `测试 ${login}`,
  unit: '350626.rsj',
  roles: ['handler'],
  narrowedTo: null,
  outsourced: false,
  phone: null,
  ...differences,
});

const create = (login: string, differences: Partial<NewAccount> = {}) =>
  server.call(contract.createAccount, someone(login, differences), admin);
const signIn = (login: string, said = password) =>
  server.call(contract.signIn, { login, password: said });
const ask = (token: string) => server.call(contract.me, {}, { token });

/** An account whose person has chosen a password already. */
async function settled(login: string, differences: Partial<NewAccount> = {}) {
  const { accountId, firstPassword } = await create(login, differences);
  const { token } = await signIn(login, firstPassword);
  const chosen = { current: firstPassword, next: password };
  return { accountId, ...(await server.call(contract.changeOwnPassword, chosen, { token })) };
}

beforeAll(async () => {
  server = await testServerWith({
    resolveActor,
    routes: [identityRoutes],
    ports: pretendPorts(),
  });
  const password_hash = await hashPassword(password);
  await transact(server.runtime, systemActor, (ctx) =>
    insertAccount(ctx, {
      id: ctx.newId(),
      login: 'admin',
      name: '管理员',
      password_hash,
      unit_code: '350600.zx',
      roles: ['admin'],
      is_outsourced: false,
      ...ofTheDemo,
    }),
  );
  admin = await signIn('admin');
});
afterAll(() => server.stop());

const refused = (code: string) => ({ code });

describe('the first password', () => {
  test('is random, said once, and opens nothing but the choice of another', async () => {
    const made = await create('newcomer', { roles: ['admin'] });
    expect(made.firstPassword).toMatch(/^([a-z]{2}[2-9][a-z][2-9](-|$)){3}/);
    const { token, account } = await signIn('newcomer', made.firstPassword);
    expect(account).toMatchObject({ passwordIsDue: true, permissions: [] });
    expect((await ask(token)).account.passwordIsDue).toBe(true);
    await expect(server.call(contract.listAccounts, {}, { token })).rejects.toMatchObject(
      refused('identity.password-due'),
    );
    const choose = (next: string, current = made.firstPassword) =>
      server.call(contract.changeOwnPassword, { current, next }, { token });
    for (const weak of [
      'short 1',
      'only letters',
      '1234567890',
      'newcomer 2026',
      made.firstPassword,
    ])
      await expect(choose(weak), weak).rejects.toMatchObject(refused('identity.weak-password'));
    await expect(choose(password, 'not it')).rejects.toMatchObject(
      refused('identity.wrong-own-password'),
    );
    const chosen = await choose(password);
    expect((await ask(chosen.token)).account).toMatchObject({
      passwordIsDue: false,
      permissions: roleWords.admin.permissions,
    });
    await expect(ask(token)).rejects.toMatchObject(refused('identity.sign-in-needed'));
    await expect(signIn('newcomer', made.firstPassword)).rejects.toMatchObject(
      refused('identity.wrong-password'),
    );
  });

  test('is handed out anew to whoever forgot theirs: sessions end, wrong tries are forgiven', async () => {
    const { accountId, token } = await settled('forgetful');
    for (let times = 1; times <= 5; times += 1)
      await expect(signIn('forgetful', 'wrong')).rejects.toMatchObject(
        refused('identity.wrong-password'),
      );
    const { firstPassword } = await server.call(contract.resetPassword, { accountId }, admin);
    await expect(ask(token)).rejects.toMatchObject(refused('identity.sign-in-needed'));
    expect((await signIn('forgetful', firstPassword)).account.passwordIsDue).toBe(true);
  });

  test('guessing at one’s own password is counted as everywhere', async () => {
    const { token } = await settled('guesser');
    const guess = () =>
      server.call(contract.changeOwnPassword, { current: 'x', next: `${password}!` }, { token });
    for (let times = 1; times <= 5; times += 1)
      await expect(guess()).rejects.toMatchObject(refused('identity.wrong-own-password'));
    await expect(guess()).rejects.toMatchObject(refused('identity.too-many-tries'));
  });
});

describe('outsourced accounts', () => {
  const barred = roles.filter((role) => !roleWords[role].outsourcedAllowed);

  test.each(barred)('never become %s, by no way', async (role) => {
    await expect(
      create(`o-${role}`, { roles: ['agent', role], outsourced: true }),
    ).rejects.toMatchObject({ code: 'identity.outsourced', status: 403 });
    expect(permissionsOf(['agent', role], true)).toEqual(roleWords.agent.permissions);
    expect(scopeOf([role], true, null)).toBe('none');
  });

  test('nor by a change of roles, nor does a handler become outsourced', async () => {
    const change = (input: RequestOf<typeof contract.changeAccount>) =>
      server.call(contract.changeAccount, input, admin);
    const helper = await create('helper', { roles: ['agent'], outsourced: true });
    await expect(
      change({ accountId: helper.accountId, roles: ['agent', 'handler'] }),
    ).rejects.toMatchObject(refused('identity.outsourced'));
    const own = await create('own');
    await expect(change({ accountId: own.accountId, outsourced: true })).rejects.toMatchObject(
      refused('identity.outsourced'),
    );
    await change({ accountId: own.accountId, roles: ['call-back-agent'], outsourced: true });
  });

  test(
    'nor past the program: the database refuses',
    inCity(async ({ system }) => {
      const made = system.do(
        (ctx) =>
          insertAccount(ctx, {
            id: ctx.newId(),
            login: 'helper-2',
            name: '测试',
            password_hash: '-',
            unit_code: null,
            roles: ['reviewer'],
            is_outsourced: true,
            ...ofTheDemo,
          }),
        null,
      );
      await expect(made).rejects.toMatchObject({ constraint: 'outsourced_roles' });
    }),
  );
});

describe('roles, unit and scope', () => {
  test('what is changed counts at once; what is not said stays', async () => {
    const { accountId, token } = await settled('mover');
    expect((await ask(token)).account).toMatchObject({ roles: ['handler'], scope: 'unit' });
    const change = { accountId, roles: ['agent' as const], unit: '350600.zx' };
    await server.call(contract.changeAccount, change, admin);
    expect((await ask(token)).account).toMatchObject({
      name: '测试 mover',
      roles: ['agent'],
      unit: { code: '350600.zx' },
      scope: 'all',
      permissions: roleWords.agent.permissions,
    });
    const { rows } = await server.runtime.db.pool.query(
      "select facts from platform.audit_line where word = 'account changed' and facts ->> 'accountId' = $1",
      [accountId],
    );
    expect(rows[0].facts).toMatchObject({
      before: { roles: ['handler'], unit: '350626.rsj' },
      after: { roles: ['agent'], unit: '350600.zx' },
      renamed: false,
      phone: 'kept',
    });
    expect(JSON.stringify(rows)).not.toContain('测试');
  });

  test('a county’s agent sees the county; nobody sees more than their roles', async () => {
    const { token, accountId } = await settled('county-agent', {
      unit: '350626',
      roles: ['agent'],
      narrowedTo: 'county',
    });
    expect((await ask(token)).account.scope).toBe('county');
    const change = (rights: { roles: Role[] }) =>
      server.call(contract.changeAccount, { accountId, ...rights }, admin);
    await expect(change({ roles: ['handler'] })).rejects.toMatchObject(
      refused('identity.scope-wider'),
    );
    await expect(create('too-wide', { narrowedTo: 'county' })).rejects.toMatchObject(
      refused('identity.scope-wider'),
    );
    const cityWide = {
      unit: '350600.zx',
      roles: ['agent' as const],
      narrowedTo: 'county' as const,
    };
    await expect(create('no-county', cityWide)).rejects.toMatchObject(
      refused('identity.no-county'),
    );
    await expect(create('nowhere', { unit: '350699.none' })).rejects.toMatchObject(
      refused('city.no-such-unit'),
    );
  });

  test('an account of a village is one like any other', async () => {
    const village = { unit: '350626100001', roles: ['village-worker' as const] };
    const { token } = await settled('villager', village);
    expect((await ask(token)).account).toMatchObject({
      unit: { code: '350626100001', kind: 'village' },
      scope: 'unit',
    });
  });

  test('only an administrator manages accounts', async () => {
    const { token, accountId } = await settled('curious', { roles: ['director'] });
    await expect(
      server.call(contract.changeAccount, { accountId, roles: ['admin'] }, { token }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted', status: 403 });
  });
});

describe('locked and closed', () => {
  test('a locked account is out at once, until it is opened again', async () => {
    const { accountId, token } = await settled('leaver');
    await server.call(contract.lockAccount, { accountId }, admin);
    await expect(ask(token)).rejects.toMatchObject(refused('identity.sign-in-needed'));
    await expect(signIn('leaver')).rejects.toMatchObject(refused('identity.locked'));
    await expect(signIn('leaver', 'wrong')).rejects.toMatchObject(
      refused('identity.wrong-password'),
    );
    await server.call(contract.unlockAccount, { accountId }, admin);
    expect((await signIn('leaver')).account.login).toBe('leaver');
  });

  test('a closed one stays closed, and its login is never given again', async () => {
    const phone = inventedPhoneOf('gone');
    const { accountId, token } = await settled('gone', { phone });
    await server.call(contract.closeAccount, { accountId }, admin);
    await expect(ask(token)).rejects.toMatchObject(refused('identity.sign-in-needed'));
    await expect(signIn('gone')).rejects.toMatchObject(refused('identity.locked'));
    for (const again of [contract.unlockAccount, contract.resetPassword, contract.changeAccount])
      await expect(server.call(again, { accountId }, admin)).rejects.toMatchObject(
        refused('identity.account-closed'),
      );
    await expect(create('gone')).rejects.toMatchObject(refused('identity.login-taken'));
    await create('gone-2', { phone });
  });

  test('one administrator is always left', async () => {
    const { rows } = await server.call(
      contract.listAccounts,
      { role: 'admin', state: 'open' },
      admin,
    );
    const others = rows.filter(({ login }) => login !== 'admin');
    for (const { id } of others) await server.call(contract.lockAccount, { accountId: id }, admin);
    const accountId = rows.find(({ login }) => login === 'admin')?.id ?? '';
    const last = refused('identity.last-admin');
    for (const way of [contract.lockAccount, contract.closeAccount])
      await expect(server.call(way, { accountId }, admin)).rejects.toMatchObject(last);
    const demoted = { accountId, roles: ['agent' as const] };
    await expect(server.call(contract.changeAccount, demoted, admin)).rejects.toMatchObject(
      refused('identity.own-rights'),
    );
  });

  test('an account nobody has is named so', async () => {
    const accountId = '01900000-0000-7000-8000-000000000000';
    await expect(server.call(contract.lockAccount, { accountId }, admin)).rejects.toMatchObject(
      refused('identity.no-such-account'),
    );
  });
});

describe('a mobile number', () => {
  const phone = inventedPhoneOf('village worker');

  test('signs in as the login does, is one person’s, and is shown masked', async () => {
    await settled('by-phone', { phone });
    expect((await signIn(phone)).account.login).toBe('by-phone');
    const spaced = `+86 ${phone.slice(0, 3)} ${phone.slice(3)}`;
    expect((await signIn(spaced)).account.login).toBe('by-phone');
    await expect(create('by-phone-2', { phone })).rejects.toMatchObject(
      refused('identity.phone-taken'),
    );
    const { rows } = await server.call(contract.listAccounts, { q: 'by-phone' }, admin);
    expect(rows[0]?.maskedPhone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    const kept = await server.runtime.db.pool.query(
      "select row_to_json(a)::text as all from identity.account as a where login = 'by-phone'",
    );
    expect(JSON.stringify(kept.rows)).not.toContain(phone);
  });

  test('wrong passwords count for the account, under whichever name it was tried', async () => {
    for (const name of ['by-phone', phone, 'by-phone', phone, 'by-phone'])
      await expect(signIn(name, 'wrong')).rejects.toMatchObject(refused('identity.wrong-password'));
    await expect(signIn(phone)).rejects.toMatchObject(refused('identity.too-many-tries'));
  });
});

describe('many tries at once', () => {
  test('are no more than one after the other, and whoever knew the password has tried nothing', async () => {
    await settled('hurried');
    const tried = await Promise.allSettled(
      Array.from({ length: 20 }, () => signIn('hurried', 'wrong')),
    );
    const codes = tried.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'));
    expect(codes.filter((code) => code === 'identity.wrong-password')).toHaveLength(5);
    expect(codes.filter((code) => code === 'identity.too-many-tries')).toHaveLength(15);
    const { token } = await settled('choosy');
    const same = { current: password, next: password };
    for (let times = 1; times <= 6; times += 1)
      await expect(server.call(contract.changeOwnPassword, same, { token })).rejects.toMatchObject(
        refused('identity.weak-password'),
      );
  });
});

describe('the list', () => {
  const logins = async (query: RequestOf<typeof contract.listAccounts>) =>
    (await server.call(contract.listAccounts, query, admin)).rows.map(({ login }) => login);

  test('is found by name, login, unit and those below, role and state', async () => {
    await create('list-village', { unit: '350626100002', roles: ['village-worker'] });
    expect(await logins({ q: 'LIST-vill' })).toEqual(['list-village']);
    expect(await logins({ q: '测试 list' })).toEqual(['list-village']);
    expect(await logins({ unit: '350626100', role: 'village-worker' })).toContain('list-village');
    expect(await logins({ unit: '350627', role: 'village-worker' })).toEqual([]);
    expect(await logins({ q: '漳州市12345' })).toContain('admin');
    expect(await logins({ state: 'closed' })).toEqual(['gone']);
  });

  test('comes page by page, by login', async () => {
    await transact(server.runtime, systemActor, async (ctx) => {
      for (let no = 100; no < 160; no += 1)
        await insertAccount(ctx, {
          id: ctx.newId(),
          login: `many-${no}`,
          name: '许多',
          password_hash: '-',
          unit_code: '350600.zx',
          roles: ['agent'],
          is_outsourced: false,
          ...ofTheDemo,
        });
    });
    const first = await server.call(contract.listAccounts, { q: 'many-' }, admin);
    expect(first.rows).toHaveLength(50);
    const rest = { q: 'many-', cursor: first.next ?? '' };
    const second = await server.call(contract.listAccounts, rest, admin);
    expect(second).toMatchObject({ next: null });
    expect(second.rows.map(({ login }) => login).at(-1)).toBe('many-159');
    expect(second.rows).toHaveLength(10);
  });
});
