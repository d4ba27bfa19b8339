import type { Role } from '@minsheng/contract/words/roles.ts';
import { hashPassword, insertAccount, ofTheDemo } from '../src/modules/identity/index.ts';
import { systemActor } from '../src/platform/actor.ts';
import { newId } from '../src/platform/ids.ts';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { transact } from '../src/platform/transact.ts';

interface Wanted {
  readonly login: string;
  readonly role: Role;
  readonly password: string;
  readonly unitCode: string;
}

/** Somebody who can sign in by a login, where a test is about signing in; answers the account's id. */
export async function accountWithPassword(
  { runtime, clock }: TestServer,
  { login, role, password, unitCode }: Wanted,
): Promise<string> {
  const id = newId(clock.now());
  const password_hash = await hashPassword(password);
  await transact(runtime, systemActor, (ctx) =>
    insertAccount(ctx, {
      id,
      login,
      name: login,
      password_hash,
      unit_code: unitCode,
      roles: [role],
      is_outsourced: false,
      ...ofTheDemo,
    }),
  );
  return id;
}
