import { signIn as contract, identity, type RequestOf } from '@minsheng/contract';
import { type Role, roles, roleWords } from '@minsheng/contract/words/roles.ts';
import { factorRoles } from '@minsheng/contract/words/sign-in.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountWithPassword } from '../../../test/account-with-password.ts';
import { pretendPorts } from '../../../test/pretend-ports.ts';
import { type TestServer, testServerWith } from '../../platform/testing/test-server.ts';
import { identityRoutes } from './identity.routes.ts';
import { resolveActor } from './index.ts';
import { codeAt, stepOf } from './totp.ts';

let server: TestServer;
const password = 'right enough 1';
const ids = new Map<string, string>();
const refused = (code: string) => ({ code });

async function makeAccount(login: string, role: Role): Promise<void> {
  const unitCode = '350600.zx';
  ids.set(login, await accountWithPassword(server, { login, role, password, unitCode }));
}

const signIn = (login: string) => server.call(identity.signIn, { login, password });
const me = (token: string) => server.call(identity.me, {}, { token });
const idOf = (login: string): string => ids.get(login) ?? '';

/** What the app shows; the secret as it stands in the QR code. */
function codeOf(secret: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  return codeAt(key, stepOf(server.clock.now()) + steps);
}

const give = (token: string, code: string) => server.call(contract.giveFactor, { code }, { token });

/** Bound, and a minute gone by, so that the next code is a new one. */
async function bound(login: string) {
  const { token } = await signIn(login);
  const { secret } = await server.call(contract.beginFactor, {}, { token });
  const made = await server.call(contract.bindFactor, { code: codeOf(secret) }, { token });
  await server.advance(1);
  return { secret, ...made };
}

const rules: RequestOf<typeof contract.changeRules> = {
  factorRoles: [],
  confirmsGrants: false,
  idleMinutes: 60,
  sessionHours: 12,
};
async function choose(differences: Partial<typeof rules>): Promise<void> {
  const { token } = await signIn('guard');
  await server.call(contract.changeRules, { ...rules, ...differences }, { token });
}

beforeAll(async () => {
  server = await testServerWith({
    resolveActor,
    routes: [identityRoutes],
    ports: pretendPorts(),
  });
  await makeAccount('guard', 'security-admin');
  await makeAccount('admin', 'admin');
  for (const login of [
    'reader',
    'replayer',
    'guesser',
    'slow-guesser',
    'loser',
    'mover',
    'two-guards',
  ])
    await makeAccount(login, 'agent');
});
afterAll(() => server.stop());

describe('a second factor', () => {
  test('is bound by its first code; from then on a password alone opens nothing', async () => {
    const first = await signIn('reader');
    expect(first.account.factorIsDue).toBeNull();
    await expect(
      server.call(contract.bindFactor, { code: '123456' }, { token: first.token }),
    ).rejects.toMatchObject(refused('identity.factor-not-begun'));
    const begun = await server.call(contract.beginFactor, {}, { token: first.token });
    expect(new URL(begun.uri).searchParams.get('secret')).toBe(begun.secret);
    const { recoveryCodes, token } = await server.call(
      contract.bindFactor,
      { code: codeOf(begun.secret) },
      { token: first.token },
    );
    expect(new Set(recoveryCodes).size).toBe(10);
    await expect(me(first.token)).rejects.toMatchObject(refused('identity.sign-in-needed'));
    expect((await me(token)).account.permissions).toEqual(roleWords.agent.permissions);
    await expect(server.call(contract.beginFactor, {}, { token })).rejects.toMatchObject(
      refused('identity.factor-bound'),
    );

    await server.advance(1);
    const half = await signIn('reader');
    expect(half.account).toMatchObject({ factorIsDue: 'code', permissions: [] });
    expect((await me(half.token)).account).toMatchObject({ factorIsDue: 'code', permissions: [] });
    for (const route of [contract.ownSessions, contract.beginFactor, contract.ownFactor] as const)
      await expect(server.call(route, {}, { token: half.token })).rejects.toMatchObject(
        refused('identity.factor-due'),
      );
    await expect(
      server.call(
        identity.changeOwnPassword,
        { current: password, next: 'another long 2' },
        { token: half.token },
      ),
    ).rejects.toMatchObject(refused('identity.factor-due'));
    const whole = await give(half.token, codeOf(begun.secret));
    expect(whole.codesLeft).toBe(10);
    expect((await me(whole.token)).account.factorIsDue).toBeNull();
    await expect(me(half.token)).rejects.toMatchObject(refused('identity.sign-in-needed'));
  });

  test('a password alone keeps its session a quarter of an hour', async () => {
    const { token, expiresAt } = await signIn('reader');
    expect(Date.parse(expiresAt) - server.clock.now().getTime()).toBe(15 * 60_000);
    await server.advance(15);
    await expect(me(token)).rejects.toMatchObject(refused('identity.sign-in-needed'));
  });

  test('the secret and the recovery codes are kept where nobody reads them', async () => {
    const { secret, recoveryCodes } = await bound('two-guards');
    const { rows } = await server.runtime.db.pool.query(
      `select (select json_agg(f) from identity.second_factor as f)::text
         || (select json_agg(c) from identity.recovery_code as c)::text as all`,
    );
    expect(rows[0].all).not.toContain(secret);
    for (const code of recoveryCodes) expect(rows[0].all).not.toContain(code);
  });

  test('a code is taken once, and none from before it', async () => {
    const { secret } = await bound('replayer');
    const code = codeOf(secret);
    await give((await signIn('replayer')).token, code);
    const { token } = await signIn('replayer');
    for (const used of [code, codeOf(secret, -1)])
      await expect(give(token, used)).rejects.toMatchObject(refused('identity.code-used'));
    await give(token, codeOf(secret, 1));
  });

  test('the same code at once opens once', async () => {
    const { secret } = await bound('loser');
    const [one, other] = [await signIn('loser'), await signIn('loser')];
    const code = codeOf(secret);
    const answers = await Promise.allSettled([give(one.token, code), give(other.token, code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('wrong codes are counted as wrong passwords are, whatever is signed in anew', async () => {
    const { secret } = await bound('guesser');
    for (let times = 1; times <= 5; times += 1) {
      const { token } = await signIn('guesser');
      await expect(give(token, '000000')).rejects.toMatchObject(refused('identity.wrong-code'));
    }
    const { token } = await signIn('guesser');
    await expect(give(token, codeOf(secret))).rejects.toMatchObject(
      refused('identity.too-many-tries'),
    );
    await server.advance(16);
    const again = await signIn('guesser');
    await give(again.token, codeOf(secret));
  });

  test('twenty wrong codes in a day shut it until the first is a day old', async () => {
    const { secret } = await bound('slow-guesser');
    for (let quarter = 0; quarter < 4; quarter += 1) {
      for (let times = 1; times <= 5; times += 1)
        await expect(give((await signIn('slow-guesser')).token, '000000')).rejects.toMatchObject(
          refused('identity.wrong-code'),
        );
      await server.advance(20);
    }
    const shut = give((await signIn('slow-guesser')).token, codeOf(secret));
    await expect(shut).rejects.toMatchObject({
      ...refused('identity.too-many-tries'),
      message: expect.stringContaining(`${24 * 60 - 80} 分钟`),
    });
    await server.advance(24 * 60);
    await give((await signIn('slow-guesser')).token, codeOf(secret));
  });

  test('a recovery code opens once; another account’s opens nothing', async () => {
    const { token } = await signIn('loser');
    const { recoveryCodes } = await bound('mover');
    const [code = ''] = recoveryCodes;
    await expect(give(token, code)).rejects.toMatchObject(refused('identity.wrong-code'));
    const whole = await give((await signIn('mover')).token, code.toUpperCase());
    expect(whole.codesLeft).toBe(9);
    const again = await signIn('mover');
    await expect(give(again.token, code)).rejects.toMatchObject(refused('identity.wrong-code'));
    const unbound = await server.call(
      contract.unbindFactor,
      { code: recoveryCodes[1] ?? '' },
      { token: whole.token },
    );
    expect((await me(unbound.token)).account.factorIsDue).toBeNull();
    await expect(give(unbound.token, '123456')).rejects.toMatchObject(
      refused('identity.no-factor'),
    );
  });

  test('who lost theirs is let in again by a security administrator, with a reason, and by nobody else', async () => {
    const guard = await signIn('guard');
    const reset = (accountId: string, token: string) =>
      server.call(contract.resetFactor, { accountId, reason: '手机遗失' }, { token });
    const { token } = await signIn('admin');
    await expect(reset(idOf('loser'), token)).rejects.toMatchObject(
      refused('identity.not-permitted'),
    );
    await expect(reset(idOf('guard'), guard.token)).rejects.toMatchObject(
      refused('identity.own-factor'),
    );
    await expect(reset(idOf('admin'), guard.token)).rejects.toMatchObject(
      refused('identity.no-factor'),
    );
    const half = await signIn('loser');
    await reset(idOf('loser'), guard.token);
    await expect(me(half.token)).rejects.toMatchObject(refused('identity.sign-in-needed'));
    expect((await signIn('loser')).account.factorIsDue).toBeNull();
    const { rows } = await server.runtime.db.pool.query(
      "select facts from platform.audit_line where word = 'second factor reset' and refusal is null",
    );
    expect(rows).toEqual([{ facts: { accountId: idOf('loser'), reason: '手机遗失' } }]);
  });
});

describe('a role that asks for a second factor', () => {
  test('opens nothing before one is bound; the demo is asked for nothing', async () => {
    const before = await signIn('admin');
    expect(before.account.factorIsDue).toBeNull();
    await choose({ factorRoles: ['admin'] });
    await server.advance(1);
    expect((await me(before.token)).account).toMatchObject({
      factorIsDue: 'enrolment',
      permissions: [],
    });
    await expect(
      server.call(identity.listAccounts, {}, { token: before.token }),
    ).rejects.toMatchObject(refused('identity.enrolment-due'));
    const { token } = await bound('admin');
    await server.call(identity.listAccounts, {}, { token });
    const own = await server.call(contract.ownFactor, {}, { token });
    expect(own).toMatchObject({ isRequired: true, codesLeft: 10 });
    expect(own.boundAt).not.toBeNull();
    await choose({});
  });

  test('by default it is whoever keeps accounts, reads the log, exports, or reads secret orders', () => {
    const wants = [
      'accounts.manage',
      'accounts.secure',
      'audit.read',
      'orders.export',
      'orders.read-secret',
    ];
    for (const role of roles) {
      const isGuarded = roleWords[role].permissions.some((one) => wants.includes(one));
      expect(factorRoles.includes(role), role).toBe(isGuarded);
    }
    expect(factorRoles).toEqual(expect.arrayContaining(['admin', 'security-admin', 'auditor']));
  });
});
