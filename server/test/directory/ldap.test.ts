import { randomUUID } from 'node:crypto';
import { directory, identity } from '@minsheng/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DirectorySilent, directoryOf } from '../../src/ports/directory/index.ts';
import { testServer } from '../kit.ts';
import { type Entry, type LdapTwin, ldapTwin } from './ldap-twin.ts';

const base = 'ou=people,dc=example,dc=test';
const reader = { dn: `cn=reader,${base}`, password: 'reader-of-this-test', attributes: {} };

function person(uid: string, name: string, groups: readonly string[]): Entry {
  return {
    dn: `uid=${uid},${base}`,
    password: `password-of-${uid}`,
    attributes: {
      objectClass: ['top', 'inetOrgPerson'],
      entryUUID: [`uuid-of-${uid}`],
      uid: [uid],
      cn: [name],
      departmentNumber: ['350600.zjj'],
      memberOf: groups.map((group) => `cn=${group},ou=groups,dc=example,dc=test`),
    },
  };
}

let server: Awaited<ReturnType<typeof testServer>>;
let twin: LdapTwin;
beforeAll(async () => {
  server = await testServer();
  const others = Array.from({ length: 6 }, (_, at) => person(`other${at}`, '示例', ['handlers']));
  twin = await ldapTwin([
    reader,
    person('wang.wu', '示例四', ['handlers', 'football']),
    person('zhaoliu', '示例五', ['football']),
    ...others,
  ]);
  // Nobody is locked out while no administrator of ours is left.
  await server.runtime.db.pool.query(
    `insert into identity.account (city_id, id, login, name, password_hash, password_from, roles)
     values ($1, gen_random_uuid(), 'admin', '示例', '-', 'demo', '{admin}')`,
    [server.runtime.city.cityId],
  );
  server.runtime.ports.directory = directoryOf({
    oidc: null,
    ldap: {
      label: '单位目录',
      url: twin.url,
      caFile: null,
      bindDn: reader.dn,
      bindPassword: reader.password,
      base,
      filter: '(objectClass=inetOrgPerson)',
      id: 'entryUUID',
      login: 'uid',
      name: 'cn',
      unit: 'departmentNumber',
      groups: 'memberOf',
      off: null,
    },
    units: {},
    groups: [{ group: 'handlers', roles: ['handler'], outsourced: false, unit: null }],
  });
});
afterAll(async () => {
  await server.stop();
  await twin.stop();
});

const signIn = (login: string, password: string) =>
  // As the console sends it.
  server.call(directory.signIn, { login, password }, { idempotencyKey: randomUUID() });

const stateOf = async (login: string) => {
  const { rows } = await server.runtime.db.pool.query<{ locked: boolean; roles: string[] }>(
    'select locked_at is not null as locked, roles from identity.account where login = $1',
    [login],
  );
  return rows[0];
};

async function compared() {
  await server.advance(1);
  const { compareWith } = await import('../../src/modules/directory/compare.ts');
  const { ldap } = server.runtime.ports.directory;
  if (ldap) await compareWith(server.runtime, ldap);
  const { rows } = await server.runtime.db.pool.query(
    'select seen, made, changed, shut, reopened, refused_count, fault from directory.comparison order by id desc limit 1',
  );
  return rows[0];
}

test('login and password of the directory open an account of the groups; anything else opens none', async () => {
  const { account, token } = await signIn('Wang.Wu', 'password-of-wang.wu');
  expect(account).toMatchObject({
    login: 'wang.wu',
    roles: ['handler'],
    unit: { code: '350600.zjj' },
  });
  const me = await server.call(identity.me, {}, { token });
  expect(me.account.id).toBe(account.id);
  await expect(signIn('wang.wu', 'wrong')).rejects.toMatchObject({
    code: 'identity.wrong-password',
  });
  await expect(signIn('nobody', 'any')).rejects.toMatchObject({ code: 'identity.wrong-password' });
  await expect(signIn('zhaoliu', 'password-of-zhaoliu')).rejects.toMatchObject({
    code: 'directory.no-rights',
  });
  // What a filter or a name could be made of finds nobody.
  for (const login of ['*', 'wang*', '*)(uid=wang.wu', `uid=wang.wu,${base}`])
    await expect(signIn(login, 'password-of-wang.wu')).rejects.toMatchObject({
      code: 'identity.wrong-password',
    });
});

test('after five wrong passwords the directory is not even asked', async () => {
  for (let tries = 0; tries < 5; tries += 1)
    await expect(signIn('other0', 'wrong')).rejects.toMatchObject({
      code: 'identity.wrong-password',
    });
  const asked = twin.binds.length;
  await expect(signIn('other0', 'password-of-other0')).rejects.toMatchObject({
    code: 'identity.too-many-tries',
  });
  expect(twin.binds.length).toBe(asked);
});

test('a comparison makes, changes, locks out and lets in again; whom an administrator locked stays out', async () => {
  // The nightly one has never been, and a worker sees to it now.
  await server.advance(1);
  await server.advance(1);
  expect(await compared()).toMatchObject({ seen: 8, shut: 0, fault: null });
  for (const login of ['other2', 'other5'])
    expect(await stateOf(login)).toEqual({ locked: false, roles: ['handler'] });
  const [wang] = twin.entries.splice(1, 1);
  expect(await compared()).toMatchObject({ seen: 7, made: 0, shut: 1, fault: null });
  expect(await stateOf('wang.wu')).toMatchObject({ locked: true });
  expect(await compared()).toMatchObject({ shut: 0 });
  if (wang) twin.entries.push(wang);
  expect(await compared()).toMatchObject({ reopened: 1 });
  expect(await stateOf('wang.wu')).toMatchObject({ locked: false });

  await server.runtime.db.pool.query(
    "update identity.account set locked_at = '2026-01-01' where login = 'other1'",
  );
  expect(await compared()).toMatchObject({ reopened: 0 });
  expect(await stateOf('other1')).toMatchObject({ locked: true });
});

test('a directory that lost its people, or is silent, locks nobody out and says so', async () => {
  const all = twin.entries.splice(0);
  twin.entries.push(reader);
  expect(await compared()).toMatchObject({
    seen: 0,
    shut: 0,
    fault: expect.stringContaining('一个人也没有'),
  });
  const [one] = all.filter(({ dn }) => dn.startsWith('uid=zhaoliu'));
  if (one) twin.entries.push(one);
  expect(await compared()).toMatchObject({ shut: 0, fault: expect.stringContaining('没有停用') });
  expect(await stateOf('other2')).toMatchObject({ locked: false });
  twin.entries.splice(0);
  expect(await compared()).toMatchObject({ fault: expect.stringContaining('不认查询账号') });
  await expect(signIn('other2', 'password-of-other2')).rejects.toMatchObject({
    code: 'directory.silent',
  });
  twin.entries.push(...all);
  // A real OpenLDAP gives 500 entries, pages included, unless it is told otherwise.
  const known = server.runtime.ports.directory;
  const people = () => Promise.reject(new DirectorySilent('SizeLimitExceededError'));
  server.runtime.ports.directory = { ...known, ldap: known.ldap && { ...known.ldap, people } };
  expect(await compared()).toMatchObject({ shut: 0, fault: expect.stringContaining('放宽') });
  server.runtime.ports.directory = known;
});
