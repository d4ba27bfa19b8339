import type { release as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { mayWithdraw } from './policy.ts';
import { lock, withdraw } from './releases.repo.ts';

/** 撤回外发: nothing of it is checked or taken any more. What was taken stands in the chain; the recipient must be asked to delete it. */
export async function withdrawRelease(
  ctx: Context,
  { releaseId, reason }: InputOf<typeof contract.withdrawRelease>,
): Promise<{ done: true }> {
  const release = await lock(ctx, releaseId);
  refuseUnless(release, 'release.no-such-release');
  demand(mayWithdraw(ctx.actor, release));
  await withdraw(ctx, releaseId, reason);
  tell(ctx, { kind: 'release', id: releaseId }, 'release.withdrawn', { from: release.state });
  announce(ctx, 'releases');
  return { done: true };
}
