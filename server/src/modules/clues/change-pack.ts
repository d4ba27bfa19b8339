import type { clues as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { clueSubject } from './clue.ts';
import { changeClue, lockClue } from './clues.repo.ts';
import { findingsOf } from './findings.ts';
import { wordsOf } from './mark-clue.ts';
import { keep, settlePhoto } from './pack.repo.ts';
import { mayChange } from './policy.ts';
import { workLater } from './waits.ts';

const done = { done: true } as const;
const unsigned = { signed_by: null, signed_at: null };

/** 整理线索: written anew it is signed anew. */
export async function changePack(
  ctx: Context,
  { clueId, ...facts }: InputOf<typeof contract.changePack>,
): Promise<typeof done> {
  const clue = await lockClue(ctx, clueId);
  demand(mayChange(ctx.actor, clue));
  await changeClue(ctx, clueId, {
    ...(await wordsOf(ctx, clueId, facts)),
    facts_no: clue.facts_no + 1,
    facts_by: ctx.actor.accountId,
    state: 'draft',
    ...unsigned,
  });
  await workLater(ctx, clueId);
  tell(ctx, clueSubject(clueId), 'clues.changed', { factsNo: clue.facts_no + 1 });
  announce(ctx, 'clues');
  return done;
}

/** 保留: a person says why words the scan found stay; of whoever told of it they never do. */
export async function keepFinding(
  ctx: Context,
  { clueId, words, reason }: InputOf<typeof contract.keepFinding>,
): Promise<typeof done> {
  const clue = await lockClue(ctx, clueId);
  demand(mayChange(ctx.actor, clue));
  const found = (await findingsOf(ctx, clue)).find((one) => one.words === words);
  refuseUnless(found, 'clues.not-found');
  refuseUnless(!found.isReporter, 'clues.reporter-words');
  await keep(ctx, clueId, { words, reason });
  tell(ctx, clueSubject(clueId), 'clues.kept', { kind: found.kind, reason });
  announce(ctx, 'clues');
  return done;
}

/** 看照片: it shows nobody who told of it, or it is taken out. A photo less is signed anew; one looked at is not. */
export async function lookAtPhoto(
  ctx: Context,
  { clueId, fileId, isClear }: InputOf<typeof contract.lookAtPhoto>,
): Promise<typeof done> {
  const clue = await lockClue(ctx, clueId);
  demand(mayChange(ctx.actor, clue));
  refuseUnless(await settlePhoto(ctx, { clueId, fileId, isClear }), 'clues.no-such-photo');
  if (!isClear) await changeClue(ctx, clueId, { state: 'draft', ...unsigned });
  announce(ctx, 'clues');
  return done;
}
