import type { FactorDue } from '@minsheng/contract/words/sign-in.ts';
import type { Context } from '../../platform/context.ts';
import type { Account } from './accounts.repo.ts';
import { boundAmong } from './second-factor.repo.ts';
import { openSession } from './sessions.repo.ts';
import type { SignInRules } from './sign-in-rules.repo.ts';
import { rulesOf } from './sign-in-rules.ts';

/** Long enough to install an app; a password alone opens nothing for longer. */
const dueMinutes = 15;

interface Known {
  readonly roles: Account['roles'];
  readonly isBound: boolean;
  readonly factorAt: Date | null;
}

/** 还差什么: a code where an authenticator is bound; binding one where a role asks for it. */
export function factorDueOf(
  { roles, isBound, factorAt }: Known,
  { factorRoles }: Pick<SignInRules, 'factorRoles'>,
): FactorDue | null {
  if (isBound) return factorAt === null ? 'code' : null;
  return roles.some((role) => factorRoles.includes(role)) ? 'enrolment' : null;
}

export async function factorDue(
  ctx: Context,
  { id, roles }: Account,
  factorAt: Date | null,
): Promise<FactorDue | null> {
  const isBound = (await boundAmong(ctx, [id])).has(id);
  return factorDueOf({ roles, isBound, factorAt }, await rulesOf(ctx));
}

/** 会话 of somebody who works here; short until the second factor was given. */
export async function staffSession(
  ctx: Context,
  account: Account,
  factorAt: Date | null,
): Promise<{ token: string; expiresAt: string }> {
  const { sessionHours } = await rulesOf(ctx);
  const isDue = (await factorDue(ctx, account, factorAt)) !== null;
  const minutes = isDue ? dueMinutes : sessionHours * 60;
  const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000);
  const token = await openSession(ctx, {
    kind: 'staff',
    accountId: account.id,
    orderId: null,
    assignmentId: null,
    unitCode: null,
    factorAt,
    expiresAt,
  });
  return { token, expiresAt: expiresAt.toISOString() };
}
