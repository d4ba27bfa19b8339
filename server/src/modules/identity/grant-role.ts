import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { roleWords } from '@minsheng/contract/words/roles.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountViews } from './account-view.ts';
import { allAccounts, byId, setRoles } from './accounts.repo.ts';

/** 授予岗位. 66号文(三): an outsourced account never holds handling, review, arbitration or closing rights. */
export async function grantRole(
  ctx: Context,
  input: InputOf<typeof identity.grantRole>,
): Promise<{ done: true }> {
  const account = await byId(ctx, input.accountId);
  refuseUnless(account, 'identity.no-such-account');
  const words = roleWords[input.role];
  refuseUnless(!account.is_outsourced || words.outsourcedAllowed, 'identity.outsourced', {
    role: words.label,
  });
  await setRoles(ctx, account.id, [...new Set([...account.roles, input.role])]);
  return { done: true };
}

export async function listAccounts(ctx: Context): Promise<ReplyOf<typeof identity.listAccounts>> {
  const accounts = await allAccounts(ctx);
  const disabled = new Set(accounts.filter((one) => one.disabled_at !== null).map(({ id }) => id));
  const views = await accountViews(ctx, accounts);
  return {
    rows: views.map(({ permissions: _, ...view }) => ({
      ...view,
      disabled: disabled.has(view.id),
    })),
  };
}
