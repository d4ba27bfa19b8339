import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { type Account, byId, holdAccounts } from './accounts.repo.ts';

/** Held for a change. Refuses `identity.no-such-account`, `identity.account-closed`. */
export async function holdAccount(ctx: Context, accountId: string): Promise<Account> {
  await holdAccounts(ctx);
  const account = await byId(ctx, accountId);
  refuseUnless(account, 'identity.no-such-account');
  refuseUnless(account.closed_at === null, 'identity.account-closed');
  return account;
}
