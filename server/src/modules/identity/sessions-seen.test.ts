import { signIn as contract, identity, type RequestOf } from '@minsheng/contract';
import type { Role } from '@minsheng/contract/words/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountWithPassword } from '../../../test/account-with-password.ts';
import { pretendPorts } from '../../../test/pretend-ports.ts';
import { type TestServer, testServerWith } from '../../platform/testing/test-server.ts';
import { browserOf } from './browser-of.ts';
import { identityRoutes } from './identity.routes.ts';
import { resolveActor } from './index.ts';
import { shortNetworkOf } from './network-of.ts';

let server: TestServer;
const password = 'right enough 1';
const ids = new Map<string, string>();
const over = { code: 'identity.sign-in-needed' };

async function makeAccount(login: string, role: Role): Promise<void> {
  const unitCode = '350600.zx';
  ids.set(login, await accountWithPassword(server, { login, role, password, unitCode }));
}

const signIn = (login: string) => server.call(identity.signIn, { login, password });
const me = (token: string) => server.call(identity.me, {}, { token });
const seen = (token: string) => server.call(contract.ownSessions, {}, { token });

/** As a browser asks. */
const look = (token: string, agent: string) =>
  fetch(`${server.url}/api/me`, {
    headers: { authorization: `Bearer ${token}`, 'user-agent': agent },
  });

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36';

beforeAll(async () => {
  server = await testServerWith({
    resolveActor,
    routes: [identityRoutes],
    ports: pretendPorts(),
  });
  await makeAccount('admin', 'admin');
  await makeAccount('guard', 'security-admin');
  for (const login of ['one', 'two', 'three', 'idle', 'changer']) await makeAccount(login, 'agent');
});
afterAll(() => server.stop());

describe('one’s own sessions', () => {
  test('say which browser, from where, since when and when last', async () => {
    const { token } = await signIn('one');
    await look(token, chrome);
    const { rows } = await seen(token);
    const now = server.clock.now().toISOString();
    expect(rows).toEqual([
      {
        sessionId: expect.any(String),
        isOwn: true,
        browser: 'Chrome · Windows',
        network: '127.0.0.*',
        madeAt: now,
        usedAt: now,
        expiresAt: new Date(server.clock.now().getTime() + 12 * 3_600_000).toISOString(),
      },
    ]);
  });

  test('end one by one, or all others; those of somebody else do not exist', async () => {
    const [own, second, third] = [await signIn('two'), await signIn('two'), await signIn('two')];
    const stranger = await signIn('one');
    const ofSecond = (await seen(second.token)).rows.find(({ isOwn }) => isOwn)?.sessionId ?? '';
    const end = (sessionId: string, token: string) =>
      server.call(contract.endOwnSession, { sessionId }, { token });
    await expect(end(ofSecond, stranger.token)).rejects.toMatchObject({
      code: 'identity.no-such-session',
    });
    await end(ofSecond, own.token);
    await expect(me(second.token)).rejects.toMatchObject(over);
    await expect(end(ofSecond, own.token)).rejects.toMatchObject({
      code: 'identity.no-such-session',
    });
    await server.call(contract.endOtherSessions, {}, { token: own.token });
    await expect(me(third.token)).rejects.toMatchObject(over);
    expect((await seen(own.token)).rows).toHaveLength(1);
    expect((await me(stranger.token)).account.login).toBe('one');
  });

  test('a changed password ends all others', async () => {
    const [own, other] = [await signIn('changer'), await signIn('changer')];
    const change = { current: password, next: 'another one 22' };
    const { token } = await server.call(identity.changeOwnPassword, change, { token: own.token });
    for (const ended of [own.token, other.token])
      await expect(me(ended)).rejects.toMatchObject(over);
    expect((await seen(token)).rows).toHaveLength(1);
  });
});

describe('whoever keeps accounts', () => {
  test('sees where one is signed in, and ends it everywhere', async () => {
    const { token } = await signIn('three');
    const accountId = ids.get('three') ?? '';
    for (const login of ['admin', 'guard']) {
      const keeper = await signIn(login);
      const { rows } = await server.call(contract.accountSessions, { accountId }, keeper);
      expect(rows.map(({ isOwn }) => isOwn)).toEqual([false]);
    }
    await server.call(contract.endAccountSessions, { accountId }, await signIn('admin'));
    await expect(me(token)).rejects.toMatchObject(over);
  });
});

describe('limits', () => {
  const rules: RequestOf<typeof contract.changeRules> = {
    factorRoles: [],
    confirmsGrants: false,
    idleMinutes: 30,
    sessionHours: 2,
  };

  test('a session nobody uses is over, one in use lives until its last hour', async () => {
    await server.call(contract.changeRules, rules, await signIn('guard'));
    const [used, unused] = [await signIn('idle'), await signIn('idle')];
    await me(unused.token);
    for (let quarter = 1; quarter <= 7; quarter += 1) {
      await server.advance(15);
      expect((await me(used.token)).account.login).toBe('idle');
    }
    expect((await seen(used.token)).rows).toHaveLength(1);
    await expect(me(unused.token)).rejects.toMatchObject(over);
    await server.advance(15);
    await expect(me(used.token)).rejects.toMatchObject(over);
  });

  test('the rules say who chose them; what was before stands in the audit line', async () => {
    const { token } = await signIn('admin');
    const read = await server.call(contract.readRules, {}, { token });
    expect(read).toMatchObject({ idleMinutes: 30, chosen: { by: 'guard' }, isDemo: true });
    const { rows } = await server.runtime.db.pool.query(
      "select facts from platform.audit_line where word = 'rules of sign-in changed'",
    );
    expect(rows[0].facts).toMatchObject({
      before: { confirmsGrants: false, idleMinutes: 1440 },
      after: { idleMinutes: 30, sessionHours: 2 },
    });
  });
});

test.each([
  [chrome, 'Chrome · Windows'],
  [`${chrome} Edg/126.0`, 'Edge · Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1',
    'Safari · iOS',
  ],
  ['Mozilla/5.0 (Linux; Android 13) Chrome/110.0 MicroMessenger/8.0', '微信 · Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox · Linux'],
  ['curl/8.5.0', '其他程序'],
  ['', '其他程序'],
])('%s is called by family and system', (agent, name) => {
  expect(browserOf(agent)).toBe(name);
});

test.each([
  ['10.20.30.40', '10.20.30.*'],
  ['::ffff:10.20.30.40', '10.20.30.*'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:*'],
])('of %s only the network is kept', (address, network) => {
  expect(shortNetworkOf(address)).toBe(network);
});
