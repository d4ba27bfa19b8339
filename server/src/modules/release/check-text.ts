import type { release as contract } from '@minsheng/contract';
import type { Removal } from '@minsheng/contract/release.ts';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { textsOf } from '../orders/index.ts';
import { mayCheck } from './policy.ts';
import { putBackOf } from './put-back.ts';
import { keepCheck, nextToCheck, textOf } from './release-texts.repo.ts';
import { lock, move } from './releases.repo.ts';
import { wordsNow } from './text-words.ts';

const keptDays = 7;
const dayMs = 86_400_000;

/** 核对一段: what a person says leaves it. After the last one the file may be made, for a week. */
export async function checkText(
  ctx: Context,
  { releaseId, no, removals, putBackAs }: InputOf<typeof contract.checkText>,
): Promise<{ done: true }> {
  const release = await lock(ctx, releaseId);
  refuseUnless(release, 'release.no-such-release');
  demand(mayCheck(ctx.actor, release));
  const text = await textOf(ctx, releaseId, no);
  refuseUnless(text, 'release.no-such-release');
  refuseUnless(text.checked === null, 'release.already-checked');
  const checked = removals.toSorted((a, b) => a.start - b.start);
  refuseUnless(standApart(checked, text.length), 'release.wrong-place');
  const putBack = putBackOf(text.removals, checked).length;
  refuseUnless(putBack === 0 || putBackAs !== undefined, 'release.reason-needed');

  // Changed since the machine read it: nobody has seen these words redacted, and they never leave.
  const isAsRead = wordsNow(ctx, await textsOf(ctx, text.order_id), text) !== null;
  const digest = isAsRead ? text.digest : Buffer.alloc(0);

  const reason = putBack === 0 ? null : (putBackAs ?? null);
  await keepCheck(ctx, releaseId, { no, digest, checked, putBackAs: reason });
  tell(ctx, { kind: 'release', id: releaseId }, 'release.checked', {
    no,
    machine: text.removals.length,
    removed: checked.length,
    putBack,
    putBackAs: reason,
  });
  if ((await nextToCheck(ctx, releaseId)) === null) {
    const expiresAt = new Date(ctx.now.getTime() + keptDays * dayMs);
    await move(ctx, releaseId, { state: 'ready', expires_at: expiresAt });
  }
  announce(ctx, 'releases');
  return { done: true };
}

const standApart = (sorted: readonly Removal[], length: number): boolean =>
  sorted.every(
    ({ start, end }, at) => start < end && end <= length && start >= (sorted[at - 1]?.end ?? 0),
  );
