import type { Role } from '@minsheng/contract/words/roles.ts';
import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { tablesOf } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { byId, insertAccount, ofTheDemo } from './accounts.repo.ts';
import { changeAccount } from './change-account.ts';
import { confirmRights, refuseRights } from './confirm-rights.ts';
import { createAccount } from './create-account.ts';
import { listAccounts } from './list-accounts.ts';
import { closeAccount, lockAccount } from './lock-account.ts';
import { changeRules, rulesOf } from './sign-in-rules.ts';

const refused = (code: string) => ({ code });

type New = Parameters<typeof createAccount>[1];
let made = 0;
const someone = (roles: Role[], differences: Partial<New> = {}): New => {
  made += 1;
  return {
    login: `granted-${made}`,
    name: '测试人员',
    unit: '350626.rsj',
    roles,
    narrowedTo: null,
    outsourced: false,
    phone: null,
    ...differences,
  };
};

/** A city that confirms what is granted, with its first three people. */
async function strict({ as, system, clock, ctx }: Kit) {
  const ids = { admin: newId(clock.now()), guard: newId(clock.now()) };
  for (const [login, id, role] of [
    ['the-admin', ids.admin, 'admin'],
    ['the-guard', ids.guard, 'security-admin'],
  ] as const)
    await system.do(
      (inner) =>
        insertAccount(inner, {
          id,
          login,
          name: login,
          password_hash: '-',
          unit_code: '350600.zx',
          roles: [role],
          is_outsourced: false,
          ...ofTheDemo,
          password_from: 'person',
        }),
      null,
    );
  const admin = as('admin', { accountId: ids.admin });
  const guard = as('security-admin', { accountId: ids.guard });
  const rules = { factorRoles: [], confirmsGrants: true, idleMinutes: 60, sessionHours: 12 };
  await guard.do(changeRules, rules);
  const rolesOf = async (id: string) => (await byId(ctx, id))?.roles;
  const askOf = async (accountId: string): Promise<string> => {
    const { rows } = await guard.do(listAccounts, { waits: true });
    return rows.find(({ id }) => id === accountId)?.asked?.askId ?? '';
  };
  return { admin, guard, ids, rolesOf, askOf };
}

describe('what an administrator grants', () => {
  test(
    'holds at once in a demo, and where the rules say so',
    inCity(async ({ as, ctx, system }) => {
      await system.do((inner) => insertAccount(inner, demoPerson(inner.newId())), null);
      const made = await as('admin').do(createAccount, someone(['handler']));
      expect(made.rightsWait).toBe(false);
      expect((await byId(ctx, made.accountId))?.roles).toEqual(['handler']);
    }),
  );

  test(
    'waits for a security administrator: the account may sign in and do nothing',
    inCity(async (kit) => {
      const { admin, guard, rolesOf, askOf } = await strict(kit);
      const { accountId, rightsWait } = await admin.do(createAccount, someone(['handler']));
      expect(rightsWait).toBe(true);
      expect(await rolesOf(accountId)).toEqual([]);
      const { rows } = await guard.do(listAccounts, { waits: true });
      expect(rows.map(({ id, asked }) => [id, asked?.roles, asked?.by])).toEqual([
        [accountId, ['handler'], 'the-admin'],
      ]);
      await guard.do(confirmRights, { accountId, askId: await askOf(accountId) });
      expect(await rolesOf(accountId)).toEqual(['handler']);
      expect((await guard.do(listAccounts, { waits: true })).rows).toEqual([]);
    }),
  );

  test(
    'does not wait where nobody is seen by it',
    inCity(async (kit) => {
      const { admin, rolesOf } = await strict(kit);
      for (const role of ['machine', 'media-editor'] as const) {
        const { accountId, rightsWait } = await admin.do(createAccount, someone([role]));
        expect([rightsWait, await rolesOf(accountId)]).toEqual([false, [role]]);
      }
    }),
  );

  test(
    'waits where it is more, and is taken away at once',
    inCity(async (kit) => {
      const { admin, guard, rolesOf, askOf } = await strict(kit);
      const { accountId } = await admin.do(
        createAccount,
        someone(['county-dispatcher'], { unit: '350626', narrowedTo: 'unit' }),
      );
      await guard.do(confirmRights, { accountId, askId: await askOf(accountId) });
      const change = (said: Partial<Parameters<typeof changeAccount>[1]>) =>
        admin.do(changeAccount, { accountId, ...said }).then(({ rightsWait }) => rightsWait);
      expect(await change({ narrowedTo: null })).toBe(true);
      expect(await change({ unit: '350627' })).toBe(true);
      expect(await change({ roles: ['county-dispatcher', 'handler'] })).toBe(true);
      expect(await rolesOf(accountId)).toEqual(['county-dispatcher']);
      expect(await askOf(accountId)).not.toBe('');
      expect(await change({ name: '另一个名字' })).toBe(false);
      expect(await askOf(accountId)).not.toBe('');
      expect(await change({ roles: ['machine'], narrowedTo: null })).toBe(false);
      expect(await rolesOf(accountId)).toEqual(['machine']);
      expect(await askOf(accountId)).toBe('');
    }),
  );

  test(
    'is refused with a reason: the account keeps what it had',
    inCity(async (kit) => {
      const { admin, guard, rolesOf, askOf } = await strict(kit);
      const { accountId } = await admin.do(createAccount, someone(['handler']));
      const askId = await askOf(accountId);
      await guard.do(refuseRights, { accountId, askId, reason: '人员已调离' });
      expect(await rolesOf(accountId)).toEqual([]);
      await expect(guard.do(confirmRights, { accountId, askId })).rejects.toMatchObject(
        refused('identity.no-such-ask'),
      );
    }),
  );
});

describe('nobody confirms what they asked for, nor what is theirs', () => {
  test(
    'in the program',
    inCity(async (kit) => {
      const { admin, guard, ids, askOf } = await strict(kit);
      const { accountId } = await admin.do(createAccount, someone(['handler']));
      const askId = await askOf(accountId);
      const turned = kit.as('security-admin', { accountId: ids.admin });
      await expect(turned.do(confirmRights, { accountId, askId })).rejects.toMatchObject(
        refused('identity.own-ask'),
      );
      const oneself = kit.as('security-admin', { accountId });
      for (const decide of [confirmRights, refuseRights])
        await expect(
          oneself.do(decide, { accountId, askId, reason: '本人办理' }),
        ).rejects.toMatchObject(refused('identity.own-rights'));
      for (const said of [{ roles: ['admin' as const, 'handler' as const] }, { unit: '350627' }])
        await expect(
          admin.do(changeAccount, { accountId: ids.admin, ...said }),
        ).rejects.toMatchObject(refused('identity.own-rights'));
      await admin.do(changeAccount, { accountId: ids.admin, name: '改名可以' });
      await guard.do(confirmRights, { accountId, askId });
    }),
  );

  test(
    'nor behind the program’s back',
    inCity(async (kit) => {
      const { admin, ids, askOf } = await strict(kit);
      const { accountId } = await admin.do(createAccount, someone(['handler']));
      const askId = await askOf(accountId);
      await expect(
        tablesOf<'identity'>(kit.ctx.tx)
          .updateTable('identity.rights_ask')
          .set({ decided_by: ids.admin, decided_at: kit.clock.now(), outcome: 'confirmed' })
          .where('id', '=', askId)
          .execute(),
      ).rejects.toThrow('second_person');
    }),
  );
});

describe('the first day', () => {
  test(
    'one administrator makes the first security administrator, who confirms everybody else',
    inCity(async ({ as, ctx, clock }) => {
      const admin = as('admin', { accountId: newId(clock.now()) });
      expect((await rulesOf(ctx)).confirmsGrants).toBe(true);
      const auditor = await admin.do(createAccount, someone(['auditor'], { unit: '350600.zx' }));
      expect(auditor.rightsWait).toBe(true);
      const first = await admin.do(
        createAccount,
        someone(['security-admin'], { unit: '350600.zx' }),
      );
      expect(first.rightsWait).toBe(false);
      // Until its person has chosen a password nobody could confirm anything.
      await tablesOf<'identity'>(ctx.tx)
        .updateTable('identity.account')
        .set({ password_from: 'person' })
        .where('id', '=', first.accountId)
        .execute();
      const second = await admin.do(
        createAccount,
        someone(['security-admin'], { unit: '350600.zx' }),
      );
      expect(second.rightsWait).toBe(true);
    }),
  );

  test(
    'the rules are strict once no account of the demo is open',
    inCity(async ({ ctx, system }) => {
      const id = ctx.newId();
      await system.do((inner) => insertAccount(inner, demoPerson(id)), null);
      expect(await rulesOf(ctx)).toMatchObject({ confirmsGrants: false, factorRoles: [] });
      await tablesOf<'identity'>(ctx.tx)
        .updateTable('identity.account')
        .set({ locked_at: ctx.now })
        .where('id', '=', id)
        .execute();
      const { confirmsGrants, factorRoles } = await rulesOf(ctx);
      expect(confirmsGrants).toBe(true);
      expect(factorRoles).toContain('admin');
    }),
  );

  test(
    'a security administrator is always left where there was one',
    inCity(async (kit) => {
      const { admin, ids } = await strict(kit);
      const last = refused('identity.last-security-admin');
      const which = { accountId: ids.guard };
      await expect(admin.do(lockAccount, which)).rejects.toMatchObject(last);
      await expect(admin.do(closeAccount, which)).rejects.toMatchObject(last);
      await expect(admin.do(changeAccount, { ...which, roles: ['machine'] })).rejects.toMatchObject(
        last,
      );
    }),
  );
});

const demoPerson = (id: string) => ({
  id,
  login: `demo-${id.slice(-6)}`,
  name: '演示人员',
  password_hash: '-',
  unit_code: '350600.zx',
  roles: ['agent' as const],
  is_outsourced: false,
  ...ofTheDemo,
});
