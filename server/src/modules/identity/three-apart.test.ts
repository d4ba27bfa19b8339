import type { Role } from '@minsheng/contract/words/roles.ts';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { tablesOf } from '../../platform/db.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';

const someone = (roles: Role[]) => ({
  login: 'apart',
  name: '测试人员',
  unit: '350600.zx',
  roles,
  narrowedTo: null,
  outsourced: false,
  phone: null,
});

test.each<[string, Role[]]>([
  ['two of the three', ['admin', 'auditor']],
  ['the other two', ['security-admin', 'auditor']],
  ['the auditor with other work', ['auditor', 'analyst']],
  ['the security administrator with other work', ['security-admin', 'dispatcher']],
])('%s are never one account', (_, held) =>
  inCity(async ({ as }) => {
    await expect(as('admin').do(createAccount, someone(held))).rejects.toMatchObject({
      code: 'identity.not-apart',
    });
  })(),
);

test(
  'nor by a change, nor behind the program’s back',
  inCity(async ({ as, ctx }) => {
    const { accountId } = await as('admin').do(createAccount, someone(['auditor']));
    await expect(
      as('admin').do(changeAccount, { accountId, roles: ['auditor', 'admin'] }),
    ).rejects.toMatchObject({ code: 'identity.not-apart' });
    await expect(
      tablesOf<'identity'>(ctx.tx)
        .updateTable('identity.account')
        .set({ roles: ['auditor', 'security-admin'] })
        .where('id', '=', accountId)
        .execute(),
    ).rejects.toThrow('roles_apart');
  }),
);
