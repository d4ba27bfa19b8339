import { audit as contract, identity, type RequestOf } from '@minsheng/contract';
import { auditWordLabel } from '@minsheng/contract/words/audit-words.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer } from '../../../test/kit.ts';
import { systemActor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { dayOf } from '../../platform/zone.ts';
import { hashPassword, insertAccount, ofTheDemo } from '../identity/index.ts';

let server: TestServer;
let token: string;
let admin: { token: string };
const ids = new Map<string, string>();
const password = 'right enough 1';

async function person(login: string, role: 'admin' | 'auditor' | 'agent'): Promise<void> {
  const id = newId(server.clock.now());
  ids.set(login, id);
  const password_hash = await hashPassword(password);
  await transact(server.runtime, systemActor, (ctx) =>
    insertAccount(ctx, {
      id,
      login,
      name: `测试 ${login}`,
      password_hash,
      unit_code: '350600.zx',
      roles: [role],
      is_outsourced: false,
      ...ofTheDemo,
    }),
  );
}

const today = (): string => dayOf(server.clock.now().getTime(), 'Asia/Shanghai');

async function lines(asked: Partial<RequestOf<typeof contract.listAuditLines>> = {}) {
  await server.app.audit.flush();
  const day = { fromOn: today(), untilOn: today() };
  return server.call(contract.listAuditLines, { ...day, ...asked }, { token });
}

beforeAll(async () => {
  server = await testServer();
  await person('audited-admin', 'admin');
  await person('audited-auditor', 'auditor');
  await person('audited-agent', 'agent');
  ({ token } = await server.call(identity.signIn, { login: 'audited-auditor', password }));
  admin = await server.call(identity.signIn, { login: 'audited-admin', password });
  const accountId = ids.get('audited-agent') ?? '';
  await server.call(identity.lockAccount, { accountId }, admin);
  await server.call(identity.unlockAccount, { accountId }, admin);
  await server.call(identity.listAccounts, {}, admin);
  for (let times = 0; times < 60; times += 1) await server.call(identity.me, {}, admin);
  const agent = await server.call(identity.signIn, { login: 'audited-agent', password });
  await server.call(identity.listAccounts, {}, agent).catch(() => undefined);
});
afterAll(() => server.stop());

describe('the auditor’s page', () => {
  test('says who did what to which account, the latest first, by name', async () => {
    const { rows } = await lines({ login: 'audited-admin', word: 'account locked' });
    expect(rows).toEqual([
      expect.objectContaining({
        word: 'account locked',
        path: '/accounts/:accountId/lock',
        account: { login: 'audited-admin', name: '测试 audited-admin' },
        facts: [{ name: 'accountId', value: '测试 audited-agent(audited-agent)' }],
        refusal: null,
      }),
    ]);
    const all = await lines({ login: 'audited-admin' });
    const at = all.rows.map((row) => row.at);
    expect(at).toEqual(at.toSorted().toReversed());
  });

  test('finds what was done to an account, whoever did it', async () => {
    const { rows } = await lines({ object: 'audited-agent' });
    expect(rows.map(({ word }) => word)).toEqual([
      'signed in',
      'account unlocked',
      'account locked',
    ]);
  });

  test('shows refusals alone, and pages until the last line', async () => {
    const { rows } = await lines({ refusedOnly: 'true' });
    expect(rows.map(({ word, refusal }) => [word, refusal])).toEqual([
      ['accounts read', 'identity.not-permitted'],
    ]);
    const { rows: changes } = await lines({ login: 'audited-admin', changesOnly: 'true' });
    expect(changes.map(({ word }) => word)).toEqual(['account unlocked', 'account locked']);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof lines>> = await lines({
        login: 'audited-admin',
        word: 'own account read',
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  test('finds any other id within one day', async () => {
    const id = ids.get('audited-agent') ?? '';
    const { rows } = await lines({ object: id });
    expect(rows).toHaveLength(3);
    await expect(lines({ object: id, fromOn: '2026-02-27' })).rejects.toMatchObject({
      code: 'audit.object-day',
    });
  });

  test('refuses what nobody is called, no object is called, and spans no answer comes of', async () => {
    await expect(lines({ login: 'nobody-of-us' })).rejects.toMatchObject({
      code: 'audit.no-such-account',
    });
    for (const object of ['nobody-of-us', '350600-20260302-000999'])
      await expect(lines({ object })).rejects.toMatchObject({ code: 'audit.no-such-object' });
    for (const span of [{ fromOn: '2026-01-01' }, { fromOn: '2027-01-01' }])
      await expect(lines(span)).rejects.toMatchObject({ code: 'audit.span' });
  });

  test('reading it stands in it', async () => {
    const { rows } = await lines({ login: 'audited-auditor', word: 'audit lines read' });
    expect(rows.length).toBeGreaterThan(0);
  });

  test('every action of every route is called something', () => {
    const words = new Set(server.app.registry.map(({ audit }) => audit));
    expect([...words].filter((word) => !auditWordLabel[word]).toSorted()).toEqual([]);
    expect(Object.keys(auditWordLabel).filter((word) => !words.has(word))).toEqual([]);
    for (const label of Object.values(auditWordLabel)) expect(label).toMatch(/[\u4e00-\u9fff]/);
  });
});
