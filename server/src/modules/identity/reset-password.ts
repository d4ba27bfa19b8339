import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { updateAccount } from './accounts.repo.ts';
import { firstPassword } from './first-password.ts';
import { holdAccount } from './held-account.ts';
import { hashPassword } from './passwords.ts';
import { endSessionsOf } from './sessions.repo.ts';
import { forgetWrong } from './tries.ts';

/** 重置密码: for whoever forgot theirs; the wrong ones they tried are forgiven. */
export async function resetPassword(
  ctx: Context,
  { accountId }: InputOf<typeof identity.resetPassword>,
): Promise<ReplyOf<typeof identity.resetPassword>> {
  const { id, login } = await holdAccount(ctx, accountId);
  const password = firstPassword();
  const password_hash = await hashPassword(password);
  await updateAccount(ctx, id, { password_hash, password_from: 'admin' });
  await endSessionsOf(ctx, id);
  await forgetWrong(ctx, { scope: 'password', key: login });
  return { accountId: id, login, firstPassword: password, rightsWait: false };
}
