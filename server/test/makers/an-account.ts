import type { Role } from '@minsheng/contract/words/roles.ts';
import { insertAccount, ofTheDemo } from '../../src/modules/identity/index.ts';
import type { Doer, Kit } from '../../src/platform/testing/in-city.ts';

/** Where somebody sits. */
export interface Seat {
  readonly unitCode: string;
  readonly unitPath: string;
}

/** Somebody who is really on the list of accounts, as whoever is named for an order must be. */
export function anAccount(kit: Kit) {
  let made = 0;
  return async (
    role: Role,
    { unitCode, unitPath }: Seat,
    differences: Partial<Parameters<typeof insertAccount>[1]> = {},
  ): Promise<Doer & { readonly id: string }> => {
    made += 1;
    const id = await kit.system.do(async (ctx) => {
      const id = ctx.newId();
      await insertAccount(ctx, {
        id,
        login: `test-${made}-${id.slice(-6)}`,
        name: `测试人员${made}`,
        password_hash: '-',
        unit_code: unitCode,
        roles: [role],
        is_outsourced: false,
        ...ofTheDemo,
        ...differences,
      });
      return id;
    }, null);
    return { id, ...kit.as(role, { accountId: id, unitCode, unitPath }) };
  };
}
