import type { ApiScope } from '@minsheng/contract/words/api-scopes.ts';
import {
  hashPassword,
  insertAccount,
  makeApiKey,
  ofTheDemo,
} from '../src/modules/identity/index.ts';
import { systemActor } from '../src/platform/actor.ts';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { transact } from '../src/platform/transact.ts';

type Where = Pick<TestServer, 'runtime'>;

/** The key of a machine account made for it, that files by Open311. */
export const machineKey = (server: Where): Promise<string> =>
  unitKey(server, { unit: null, scopes: ['open311:file'] });

interface Wanted {
  readonly unit: string | null;
  readonly scopes: ApiScope[];
  readonly perMinute?: number;
  readonly perDay?: number;
}

/** 代表单位的密钥. */
export function unitKey({ runtime }: Where, wanted: Wanted): Promise<string> {
  return transact(runtime, systemActor, async (ctx) => {
    const accountId = ctx.newId();
    await insertAccount(ctx, {
      ...ofTheDemo,
      id: accountId,
      login: `machine-${accountId.slice(-8)}`,
      name: '示例接口',
      password_hash: await hashPassword('none'),
      unit_code: wanted.unit,
      roles: ['machine'],
      is_outsourced: false,
    });
    const made = await makeApiKey(ctx, {
      accountId,
      name: '示例程序',
      scopes: wanted.scopes,
      perMinute: wanted.perMinute ?? 600,
      perDay: wanted.perDay ?? 50_000,
      lastOn: null,
    });
    return made.key;
  });
}
