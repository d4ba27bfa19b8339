import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { accountView } from './account-view.ts';
import { type Account, byId, byLogin, byPhone, holdAccount } from './accounts.repo.ts';
import { isPassword } from './passwords.ts';
import { accountPhoneIndex } from './phones.ts';
import { factorDue, staffSession } from './staff-session.ts';
import { forgetWrong, knowing, takeGuess } from './tries.ts';

/** 登录: a login or the account's mobile number, and its password; wrong ones are refused alike. */
export async function signIn(
  ctx: Context,
  { login, password }: InputOf<typeof identity.signIn>,
): Promise<ReplyOf<typeof identity.signIn>> {
  const account = await accountNamed(ctx, login);
  const isRight = await isPassword(account?.password_hash ?? null, password);
  if (!isRight || !account) throw new Refusal('identity.wrong-password');
  const guess = guessAt(account.login);
  await forgetWrong(ctx, guess);
  return knowing(guess, openFor(ctx, account));
}

/** Before that, and whatever becomes of it. Refuses `identity.too-many-tries`. */
export async function guessToSignIn(
  ctx: Context,
  { login }: Pick<InputOf<typeof identity.signIn>, 'login'>,
): Promise<void> {
  const account = await accountNamed(ctx, login);
  await takeGuess(ctx, guessAt(account?.login ?? login));
}

const guessAt = (login: string) => ({ scope: 'password', key: login }) as const;

const accountNamed = async (ctx: Context, login: string) =>
  (await byLogin(ctx, login)) ?? (await byNumber(ctx, login));

/** A session for whoever has proven who they are; only they learn that it is locked. Refuses `identity.locked`. */
export async function openFor(
  ctx: Context,
  account: Account,
): Promise<ReplyOf<typeof identity.signIn>> {
  refuseUnless(account.locked_at === null && account.closed_at === null, 'identity.locked');
  await holdAccount(ctx, account.id);
  const session = await staffSession(ctx, account, null);
  tell(ctx, { kind: 'account', id: account.id }, 'identity.signed-in', {});
  // Nobody yet when the request came: the auditor finds it by the account.
  Object.assign(ctx.unitOfWork.facts, { accountId: account.id });
  const factorIsDue = await factorDue(ctx, account, null);
  return { ...session, account: await accountView(ctx, account, factorIsDue) };
}

const byNumber = async (ctx: Context, typed: string) =>
  /^[+\d][\d\s-]{9,19}$/.test(typed) ? byPhone(ctx, accountPhoneIndex(ctx, typed)) : null;

/** Who is signed in. */
export async function ownAccount(ctx: Context) {
  refuseUnless(ctx.actor.accountId, 'identity.sign-in-needed');
  const account = await byId(ctx, ctx.actor.accountId);
  refuseUnless(account, 'identity.sign-in-needed');
  return accountView(ctx, account, ctx.actor.factorIsDue);
}
