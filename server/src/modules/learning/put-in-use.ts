import type { learning as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { mayPutInUse } from './policy.ts';
import * as trainings from './trainings.repo.ts';
import * as versions from './versions.repo.ts';

/**
 * 启用、退回: a person puts another version into use and says why. An older one than that in use is a way back: what was
 * left is not taken up again by itself, and the next trained waits for a person.
 */
export async function putInUse(
  ctx: Context,
  { versionId, reason }: InputOf<typeof contract.putModelInUse>,
): Promise<{ done: true }> {
  const found = await versions.find(ctx, versionId);
  refuseUnless(found, 'learning.no-such-version');
  // Against a training that ends at this moment and would take over as well.
  await trainings.lock(ctx, found.kind);
  const [version, before] = await Promise.all([
    versions.find(ctx, versionId),
    versions.inUse(ctx, found.kind),
  ]);
  refuseUnless(version, 'learning.no-such-version');
  demand(mayPutInUse(ctx.actor, version));

  const isBack = before !== null && version.number < before.number;
  if (before) await versions.change(ctx, before.id, { state: isBack ? 'refused' : 'former' });
  await versions.change(ctx, versionId, {
    state: 'in-use',
    came_by: isBack ? 'revert' : 'person',
    used_since: ctx.now,
    settled_by: ctx.actor.accountId,
    settled_at: ctx.now,
    reason,
  });
  // The reason stands in the row; the event says only that somebody did it.
  tell(
    ctx,
    { kind: 'model', id: versionId },
    isBack ? 'learning.reverted' : 'learning.put-in-use',
    { model: version.kind, number: version.number, by: 'person', before: before?.id ?? null },
  );
  announce(ctx, 'learning');
  return { done: true };
}
