import { randomBytes } from 'node:crypto';
import type { signIn as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { recoveryCodes } from '@minsheng/contract/words/sign-in.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';
import { type Account, byId } from './accounts.repo.ts';
import { firstPassword } from './first-password.ts';
import { holdAccount } from './held-account.ts';
import {
  boundAmong,
  codesLeft,
  dropFactor,
  holdFactor,
  keepBegun,
  keepCodes,
  keepStep,
  type SecondFactor,
  useCode,
} from './second-factor.repo.ts';
import { endSessionById, endSessionsOf } from './sessions.repo.ts';
import { rulesOf } from './sign-in-rules.ts';
import { staffSession } from './staff-session.ts';
import { base32, otpauthUri, stepOfCode } from './totp.ts';
import { forgetWrong, takeGuess } from './tries.ts';

type Given = InputOf<typeof contract.giveFactor>;

const secretBytes = 20;

/** Who asks; a machine by its key, or somebody by a link, has no second factor. */
async function ownAccount(ctx: Context): Promise<Account> {
  const account = ctx.actor.accountId ? await byId(ctx, ctx.actor.accountId) : null;
  refuseUnless(account, 'identity.sign-in-needed');
  return account;
}

const guessOf = (account: Account) => ({ scope: 'second-factor', key: account.login }) as const;

/** Each code is counted before it is looked at, as passwords are. Refuses `identity.too-many-tries`. */
export async function guessFactor(ctx: Context): Promise<void> {
  await takeGuess(ctx, guessOf(await ownAccount(ctx)));
}

/** 二次验证: the code, or a recovery code. The session that knew the password only is over; another one opens. */
export async function giveFactor(
  ctx: Context,
  { code }: Given,
): Promise<ReplyOf<typeof contract.giveFactor>> {
  const account = await ownAccount(ctx);
  await proveFactor(ctx, account, code);
  const session = await openInstead(ctx, account, ctx.now);
  return { ...session, codesLeft: await codesLeft(ctx, account.id) };
}

export async function ownFactor(ctx: Context): Promise<ReplyOf<typeof contract.ownFactor>> {
  const { id, roles } = await ownAccount(ctx);
  const { factorRoles } = await rulesOf(ctx);
  return {
    boundAt: (await boundAmong(ctx, [id])).get(id)?.toISOString() ?? null,
    codesLeft: await codesLeft(ctx, id),
    isRequired: roles.some((role) => factorRoles.includes(role)),
  };
}

/** 开始绑定: a new secret each time, until one is bound. */
export async function beginFactor(ctx: Context): Promise<ReplyOf<typeof contract.beginFactor>> {
  const account = await ownAccount(ctx);
  refuseUnless(!ctx.actor.passwordIsDue, 'identity.password-due');
  const factor = await holdFactor(ctx, account.id);
  refuseUnless(!factor?.bound_at, 'identity.factor-bound');
  const bytes = randomBytes(secretBytes);
  await keepBegun(ctx, account.id, encrypt(ctx.keys, bytes.toString('base64')));
  const secret = base32(bytes);
  const issuer = `${ctx.city.name} 12345`;
  return { secret, uri: otpauthUri({ issuer, login: account.login, secret }) };
}

/** 绑定: by the first code of the app. */
export async function bindFactor(
  ctx: Context,
  { code }: Given,
): Promise<ReplyOf<typeof contract.bindFactor>> {
  const account = await ownAccount(ctx);
  const factor = await holdFactor(ctx, account.id);
  refuseUnless(factor, 'identity.factor-not-begun');
  refuseUnless(factor.bound_at === null, 'identity.factor-bound');
  await takeCode(ctx, factor, code);
  await forgetWrong(ctx, guessOf(account));
  const codes = Array.from({ length: recoveryCodes }, firstPassword);
  await keepCodes(ctx, account.id, codes);
  tell(ctx, { kind: 'account', id: account.id }, 'identity.factor-bound', {});
  return { ...(await openInstead(ctx, account, ctx.now)), recoveryCodes: codes };
}

/** 解除绑定: one's own, by a code of it; whose role asks for one binds another before anything else. */
export async function unbindFactor(
  ctx: Context,
  { code }: Given,
): Promise<ReplyOf<typeof contract.unbindFactor>> {
  const account = await ownAccount(ctx);
  await proveFactor(ctx, account, code);
  await dropFactor(ctx, account.id);
  tell(ctx, { kind: 'account', id: account.id }, 'identity.factor-unbound', {});
  await endSessionsOf(ctx, account.id);
  return staffSession(ctx, account, null);
}

/** 重置验证器: of somebody who lost theirs, by a security administrator who is somebody else. */
export async function resetFactor(
  ctx: Context,
  { accountId, reason }: InputOf<typeof contract.resetFactor>,
): Promise<{ done: true }> {
  refuseUnless(ctx.actor.accountId !== accountId, 'identity.own-factor');
  const account = await holdAccount(ctx, accountId);
  const factor = await holdFactor(ctx, account.id);
  refuseUnless(factor?.bound_at, 'identity.no-factor');
  await dropFactor(ctx, account.id);
  await endSessionsOf(ctx, account.id);
  await forgetWrong(ctx, guessOf(account));
  tell(ctx, { kind: 'account', id: account.id }, 'identity.factor-reset', {});
  Object.assign(ctx.unitOfWork.facts, { reason });
  return { done: true };
}

async function proveFactor(ctx: Context, account: Account, code: string): Promise<void> {
  const factor = await holdFactor(ctx, account.id);
  refuseUnless(factor?.bound_at, 'identity.no-factor');
  if (/^\d+$/.test(code)) await takeCode(ctx, factor, code);
  else refuseUnless(await useCode(ctx, account.id, code), 'identity.wrong-code');
  await forgetWrong(ctx, guessOf(account));
}

/** Each code once: neither the same again nor one before it. */
async function takeCode(ctx: Context, factor: SecondFactor, code: string): Promise<void> {
  const secret = Buffer.from(decrypt(ctx.keys, factor.secret_enc), 'base64');
  const step = stepOfCode(secret, code, ctx.now);
  if (step === null) throw new Refusal('identity.wrong-code');
  refuseUnless(factor.last_step === null || step > factor.last_step, 'identity.code-used');
  await keepStep(ctx, factor, step);
}

/** The session that knew less is over. */
async function openInstead(ctx: Context, account: Account, factorAt: Date) {
  const { sessionId } = ctx.actor;
  if (sessionId) await endSessionById(ctx, account.id, sessionId);
  return staffSession(ctx, account, factorAt);
}
