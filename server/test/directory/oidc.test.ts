import { directory, identity } from '@minsheng/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryOf } from '../../src/ports/directory/index.ts';
import { testServer } from '../kit.ts';
import { browserAt, type OidcTwin, oidcClient, oidcTwin } from './oidc-provider.ts';

const people = [
  {
    sub: 'p-1',
    preferred_username: 'ZhangSan',
    name: '示例一',
    groups: ['hotline-agents'],
    department: '热线中心',
  },
  { sub: 'p-2', preferred_username: 'lisi', name: '示例二', groups: ['canteen'] },
  {
    sub: 'p-3',
    preferred_username: 'taken',
    name: '示例三',
    groups: ['hotline-agents'],
    department: '热线中心',
  },
];

let server: Awaited<ReturnType<typeof testServer>>;
let provider: OidcTwin;
beforeAll(async () => {
  server = await testServer();
  const back = `${server.runtime.site.origin}/api${directory.oidcBackPath}`;
  provider = await oidcTwin(people, back);
  server.runtime.ports.directory = directoryOf({
    ldap: null,
    oidc: {
      label: '市统一身份认证',
      issuer: provider.issuer,
      clientId: oidcClient.id,
      clientSecret: oidcClient.secret,
      scope: 'openid profile',
      login: 'preferred_username',
      name: 'name',
      unit: 'department',
      groups: 'groups',
    },
    units: { 热线中心: '350600.zx' },
    groups: [{ group: 'hotline-agents', roles: ['agent'], outsourced: false, unit: null }],
  });
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

const start = `/api${directory.oidcStartPath}`;
/** The address the provider sends the browser to, on the server of this test. */
const here = (address: string): string => address.replace(server.runtime.site.origin, server.url);

test('somebody the provider vouches for gets an account with what their groups allow, and the same one the next time', async () => {
  for (const round of [1, 2]) {
    const browser = browserAt(server.url);
    const back = await browser.open(here(await browser.signIn(start, 'p-1')));
    expect([back.status, back.headers.get('location')], `round ${round}`).toEqual([302, '/']);
    const token = browser.cookies().get('minsheng') ?? '';
    const { account } = await server.call(identity.me, {}, { token });
    expect(account).toMatchObject({
      login: 'zhangsan',
      name: '示例一',
      roles: ['agent'],
      passwordIsDue: false,
      unit: { code: '350600.zx' },
    });
  }
});

test('whoever has no group of ours, or a name that is taken here, reads why on the page of sign-in', async () => {
  await server.runtime.db.pool.query(
    `insert into identity.account (city_id, id, login, name, password_hash, password_from, roles)
     values ($1, gen_random_uuid(), 'taken', '示例', '-', 'demo', '{director}')`,
    [server.runtime.city.cityId],
  );
  for (const [sub, code] of [
    ['p-2', 'directory.no-rights'],
    ['p-3', 'directory.login-taken'],
  ] as const) {
    const browser = browserAt(server.url);
    const back = await browser.open(here(await browser.signIn(start, sub)));
    expect(back.headers.get('location')).toBe(`/?refused=${code}`);
    expect(browser.cookies().get('minsheng')).toBeUndefined();
  }
});

test('another browser cannot end what one began, nor a code be used with another state', async () => {
  const victim = browserAt(server.url);
  const thief = browserAt(server.url);
  const address = here(await thief.signIn(start, 'p-1'));
  const stolen = await victim.open(address);
  expect(stolen.headers.get('location')).toBe('/?refused=directory.begun-elsewhere');
  await victim.open(start);
  const mixed = await victim.open(address);
  expect(mixed.headers.get('location')).toBe('/?refused=directory.unproven');
});
