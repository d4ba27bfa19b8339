import {
  hashPassword,
  insertAccount,
  makeApiKey,
  ofTheDemo,
} from '../src/modules/identity/index.ts';
import { systemActor } from '../src/platform/actor.ts';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { transact } from '../src/platform/transact.ts';

/** The key of a machine account made for it. */
export function machineKey({ runtime }: TestServer): Promise<string> {
  return transact(runtime, systemActor, async (ctx) => {
    const accountId = ctx.newId();
    await insertAccount(ctx, {
      ...ofTheDemo,
      id: accountId,
      login: 'counter',
      name: '示例接口',
      password_hash: await hashPassword('none'),
      unit_code: null,
      roles: ['machine'],
      is_outsourced: false,
    });
    return (await makeApiKey(ctx, { accountId, name: '示例程序' })).key;
  });
}
