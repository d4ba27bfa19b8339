import { identity as contract } from '@minsheng/contract';
import { type Role, roleWords } from '@minsheng/contract/words/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountWithPassword } from '../../../test/account-with-password.ts';
import { pretendPorts } from '../../../test/pretend-ports.ts';
import { type TestServer, testServerWith } from '../../platform/testing/test-server.ts';
import { identityRoutes } from './identity.routes.ts';
import { resolveActor } from './index.ts';
import { cookieFor, expiredCookie } from './resolve-actor.ts';

let server: TestServer;
const password = 'right enough';
const ids = new Map<string, string>();

async function makeAccount(login: string, role: Role): Promise<void> {
  const unitCode = '350600.zjj';
  ids.set(login, await accountWithPassword(server, { login, role, password, unitCode }));
}

beforeAll(async () => {
  server = await testServerWith({
    resolveActor,
    routes: [identityRoutes],
    ports: pretendPorts(),
  });
  await makeAccount('admin', 'admin');
  await makeAccount('agent', 'agent');
});
afterAll(() => server.stop());

const signIn = (login: string) => server.call(contract.signIn, { login, password });
const ask = (token: string) => server.call(contract.me, {}, { token });
const signInNeeded = { code: 'identity.sign-in-needed', status: 401 };

describe('a session', () => {
  test('says who is signed in, until signed out', async () => {
    const { token } = await signIn('agent');
    expect(token).toMatch(/^[\w-]{43}$/);
    const me = await ask(token);
    expect(me).toMatchObject({
      account: { login: 'agent', roles: ['agent'], unit: { code: '350600.zjj' } },
      city: { code: '350600' },
      clock: 'virtual',
    });
    expect(me.account.permissions).toEqual(roleWords.agent.permissions);
    await server.call(contract.signOut, {}, { token });
    await expect(ask(token)).rejects.toMatchObject(signInNeeded);
  });

  test('keeps no token, only its digest', async () => {
    const { token } = await signIn('agent');
    const { rows } = await server.runtime.db.pool.query(
      'select row_to_json(s)::text as all from identity.session as s',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('ends after twelve hours', async () => {
    const { token } = await signIn('agent');
    await server.advance(12 * 60 - 1);
    expect((await ask(token)).account.login).toBe('agent');
    await server.advance(1);
    await expect(ask(token)).rejects.toMatchObject(signInNeeded);
  });
});

describe('the cookie', () => {
  const post = (path: string, headers: Record<string, string>, body: object) =>
    fetch(`${server.url}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const cookieOf = (response: Response): string =>
    response.headers.get('set-cookie')?.split(';')[0] ?? '';

  test('is out of reach for scripts and foreign pages', async () => {
    const response = await post('/sign-in', {}, { login: 'agent', password });
    const said = response.headers.get('set-cookie') ?? '';
    expect(said).toMatch(/^minsheng=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    const cookie = cookieOf(response);
    const read = await fetch(`${server.url}/api/me`, { headers: { cookie } });
    expect(read.status).toBe(200);
  });

  test('goes over TLS only, where the address outside does', () => {
    const secure = { origin: 'https://12345.example.gov.cn' };
    expect(cookieFor(secure, 'token', 60)).toMatch(/; SameSite=Strict; Max-Age=60; Secure$/);
    expect(expiredCookie(secure)).toMatch(/Max-Age=0; Secure$/);
    expect(cookieFor({ origin: 'http://127.0.0.1:12345' }, 'token', 60)).not.toContain('Secure');
  });

  test('changes nothing without the header only our pages send', async () => {
    const cookie = cookieOf(await post('/sign-in', {}, { login: 'admin', password }));
    const path = `/accounts/${ids.get('agent')}/unlock`;
    expect((await post(path, { cookie }, {})).status).toBe(401);
    expect((await post(path, { cookie, 'x-minsheng': '1' }, {})).status).toBe(200);
  });

  test('is nothing that a page of another site may use, whatever it sends along', async () => {
    const cookie = cookieOf(await post('/sign-in', {}, { login: 'agent', password }));
    const from = async (headers: Record<string, string>) =>
      (
        await server.app.fastify.inject({
          url: '/api/me',
          headers: { cookie, host: 'desk.example', 'x-minsheng': '1', ...headers },
        })
      ).statusCode;
    expect(await from({})).toBe(200);
    expect(await from({ origin: 'https://desk.example', 'sec-fetch-site': 'same-origin' })).toBe(
      200,
    );
    // What is typed into the address line comes from nowhere.
    expect(await from({ 'sec-fetch-site': 'none' })).toBe(200);
    expect(await from({ origin: server.runtime.site.origin })).toBe(200);
    for (const headers of [
      { origin: 'https://desk.example.org' },
      { origin: 'null' },
      { origin: 'desk.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(await from(headers), JSON.stringify(headers)).toBe(401);
  });
});
