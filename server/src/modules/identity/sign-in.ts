import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountView } from './account-view.ts';
import { byId, byLogin } from './accounts.repo.ts';
import { isPassword } from './passwords.ts';
import { openSession } from './sessions.repo.ts';
import { forgetWrong, refuseGuessing, wrongGuess } from './tries.ts';

export const sessionHours = 12;

/** 登录: a login and its password; wrong ones are refused alike. */
export async function signIn(
  ctx: Context,
  { login, password }: InputOf<typeof identity.signIn>,
): Promise<ReplyOf<typeof identity.signIn>> {
  const guess = { scope: 'password', key: login } as const;
  await refuseGuessing(ctx, guess);
  const found = await byLogin(ctx, login);
  const account = found?.disabled_at === null ? found : null;
  const isRight = await isPassword(account?.password_hash ?? null, password);
  if (!isRight || !account) throw wrongGuess(guess, 'identity.wrong-password');
  await forgetWrong(ctx, guess);
  const expiresAt = new Date(ctx.now.getTime() + sessionHours * 3_600_000);
  const session = {
    kind: 'staff',
    accountId: account.id,
    orderId: null,
    assignmentId: null,
    unitCode: null,
    expiresAt,
  } as const;
  const token = await openSession(ctx, session);
  tell(ctx, { kind: 'account', id: account.id }, 'identity.signed-in', {});
  return { token, expiresAt: expiresAt.toISOString(), account: await accountView(ctx, account) };
}

/** Who is signed in. */
export async function ownAccount(ctx: Context) {
  refuseUnless(ctx.actor.accountId, 'identity.sign-in-needed');
  const account = await byId(ctx, ctx.actor.accountId);
  refuseUnless(account, 'identity.sign-in-needed');
  return accountView(ctx, account);
}
