import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { isLeft, isSeatedGuard } from './accounts.repo.ts';
import { type AskedRights, isGrant, type rightsOf } from './rights.ts';
import { rulesOf } from './sign-in-rules.ts';

/**
 * 授权复核: does this grant wait for a security administrator? In a city that has none yet, the first is granted at once,
 * for somebody has to begin; everything else waits for that person.
 */
export async function mustWait(
  ctx: Context,
  before: ReturnType<typeof rightsOf>,
  after: AskedRights,
): Promise<boolean> {
  const { confirmsGrants } = await rulesOf(ctx);
  if (!confirmsGrants || !isGrant(before, after)) return false;
  return !(after.roles.includes('security-admin') && !(await isSeatedGuard(ctx)));
}

/** 两员常在: an administrator is always left, and a security administrator wherever there was one. */
export async function keepingBoth<T>(ctx: Context, change: () => Promise<T>): Promise<T> {
  const had = await isLeft(ctx, 'security-admin');
  const answer = await change();
  refuseUnless(await isLeft(ctx, 'admin'), 'identity.last-admin');
  refuseUnless(!had || (await isLeft(ctx, 'security-admin')), 'identity.last-security-admin');
  return answer;
}
