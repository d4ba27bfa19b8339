import type { clues as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { clueSubject } from './clue.ts';
import { changeClue, lockClue } from './clues.repo.ts';
import { refuseUnhandled } from './findings.ts';
import { maySign } from './policy.ts';
import { workLater } from './waits.ts';

/** 签发线索: by somebody who neither marked nor wrote it, once nothing the scan found is left. */
export async function signPack(
  ctx: Context,
  { clueId }: InputOf<typeof contract.signPack>,
): Promise<{ done: true }> {
  const clue = await lockClue(ctx, clueId);
  demand(maySign(ctx.actor, clue));
  await refuseUnhandled(ctx, clue);
  await changeClue(ctx, clueId, {
    state: 'signed',
    signed_by: ctx.actor.accountId,
    signed_at: ctx.now,
  });
  await workLater(ctx, clueId);
  tell(ctx, clueSubject(clueId), 'clues.signed', { factsNo: clue.facts_no });
  announce(ctx, 'clues');
  return { done: true };
}
