import type { conduct as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { ConductMeasure } from '@minsheng/contract/words/conduct.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { encrypt } from '../../platform/secrets.ts';
import { quietUntil } from '../telephony/index.ts';
import { draftClue } from './draft-clue.ts';
import { earlierOf } from './earlier.ts';
import { expireLater } from './expire.ts';
import { isDecided } from './mark-waits.ts';
import { change, lock } from './marks.repo.ts';
import { mayDecide } from './policy.ts';

const hourMs = 3_600_000;
const quietHours: Partial<Record<ConductMeasure, number>> = {
  'quiet-24h': 24,
  'quiet-7d': 7 * 24,
  'quiet-30d': 30 * 24,
};

/** 批准: by another person, with words. A clue to the police becomes a letter when it is granted; routing lasts its hours and no longer. */
export async function decideMark(
  ctx: Context,
  { markId, granted, words }: InputOf<typeof contract.decideMark>,
): Promise<{ done: true }> {
  const mark = await lock(ctx, markId);
  demand(mayDecide(ctx.actor, mark));
  const hours = quietHours[mark.measure];
  const untilAt = hours === undefined ? null : new Date(ctx.now.getTime() + hours * hourMs);
  const state = granted ? (untilAt ? 'in-force' : 'over') : 'refused';

  if (granted && untilAt) {
    // Between asking and granting the number may have told of a danger.
    const { hasEmergency } = await earlierOf(ctx, mark.number_index);
    refuseUnless(!hasEmergency, 'conduct.emergency-open');
  }
  const isClue = granted && mark.measure === 'police-clue';
  const letterId = isClue ? await draftClue(ctx, mark) : null;
  await change(ctx, mark, {
    state,
    decided_by: ctx.actor.accountId,
    decided_at: ctx.now,
    why_enc: encrypt(ctx.keys, words),
    until_at: granted ? untilAt : null,
    letter_id: letterId,
  });
  await isDecided(ctx, markId);
  if (granted && untilAt) {
    await quietUntil(ctx, mark.number_index, untilAt);
    expireLater(ctx, markId, untilAt);
  }
  tell(ctx, { kind: 'conduct', id: markId }, granted ? 'conduct.granted' : 'conduct.refused', {
    measure: mark.measure,
    until: granted ? (untilAt?.toISOString() ?? null) : null,
    letter: letterId,
  });
  announce(ctx, 'conduct');
  return { done: true };
}
