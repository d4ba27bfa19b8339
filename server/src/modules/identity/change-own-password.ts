import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { isStrongPassword } from '@minsheng/contract/words/accounts.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { byId, updateAccount } from './accounts.repo.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { endSessionsOf, factorGivenAt } from './sessions.repo.ts';
import { staffSession } from './staff-session.ts';
import { forgetWrong, knowing, takeGuess } from './tries.ts';

/** Whoever sits at a screen that was left open must not guess either. Refuses `identity.too-many-tries`. */
export async function guessOwnPassword(ctx: Context): Promise<void> {
  const account = ctx.actor.accountId ? await byId(ctx, ctx.actor.accountId) : null;
  refuseUnless(account, 'identity.sign-in-needed');
  await takeGuess(ctx, { scope: 'password', key: account.login });
}

/** 修改密码: one's own. Whoever else is signed in with the old one is out; this person goes on in a new session. */
export async function changeOwnPassword(
  ctx: Context,
  { current, next }: InputOf<typeof identity.changeOwnPassword>,
): Promise<ReplyOf<typeof identity.changeOwnPassword>> {
  const account = ctx.actor.accountId ? await byId(ctx, ctx.actor.accountId) : null;
  refuseUnless(account, 'identity.sign-in-needed');
  refuseUnless(await isPassword(account.password_hash, current), 'identity.wrong-own-password');
  const guess = { scope: 'password', key: account.login } as const;
  await knowing(guess, refuseWeak(next !== current && isStrongPassword(next, account.login)));

  await updateAccount(ctx, account.id, {
    password_hash: await hashPassword(next),
    password_from: 'person',
  });
  await forgetWrong(ctx, guess);
  const factorAt = ctx.actor.sessionId ? await factorGivenAt(ctx, ctx.actor.sessionId) : null;
  await endSessionsOf(ctx, account.id);
  return staffSession(ctx, account, factorAt);
}

async function refuseWeak(isStrong: boolean): Promise<void> {
  refuseUnless(isStrong, 'identity.weak-password');
}
