import type { regulations as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { waitForCentre, waitNoMore } from '../waits/index.ts';
import { articlesIn, articlesOf, regulationOf } from './articles.ts';
import { findChange, insertChange, moveDue, openOf, settleCiting } from './changes.repo.ts';
import { citingOf } from './citing.repo.ts';
import { mayWork } from './policy.ts';

/** 文件有变: every rule that cites it is listed, and somebody looks at each within the centre's limit. */
export async function enterChange(
  ctx: Context,
  { code, ...said }: InputOf<typeof contract.enterChange>,
): Promise<{ changeId: string; rows: number }> {
  demand(mayWork(ctx.actor));
  const { names } = await regulationOf(ctx, code);
  const articles = await articlesOf(ctx, code);
  const { article = null } = said;
  refuseUnless(
    article === null || articles.some((one) => one.article === article),
    'regulations.no-such-article',
    { article: article ?? '' },
  );
  // Whoever cites the document alone may mean this article.
  const citing = (await citingOf(ctx, names)).filter((one) => {
    const cited = articlesIn(one, articles);
    return article === null || cited.length === 0 || cited.includes(article);
  });
  const id = ctx.newId();
  const key = { kind: 'regulation-review', id, no: 0 } as const;
  const dueAt = await waitForCentre(ctx, key, 'regulation-review');
  await insertChange(
    ctx,
    {
      ...{ id, regulation: code, article, words: said.words, gist: said.gist ?? null },
      ...{ in_force_on: said.inForceOn, source: said.source },
      ...{ by_id: ctx.actor.accountId, at: ctx.now, due_at: dueAt },
    },
    citing,
  );
  if (citing.length === 0) await waitNoMore(ctx, key);
  isNew(ctx, { kind: 'regulation', id });
  tell(ctx, { kind: 'regulation', id }, 'regulations.changed', {
    regulation: code,
    rows: citing.length,
  });
  announce(ctx, 'regulations');
  return { changeId: id, rows: citing.length };
}

/** 逐条核对. What is still to be changed keeps the change open, and opens it again. */
export async function reviewCiting(
  ctx: Context,
  { changeId, no, outcome, words }: InputOf<typeof contract.reviewCiting>,
): Promise<{ done: true }> {
  demand(mayWork(ctx.actor));
  const change = await findChange(ctx, changeId);
  refuseUnless(change, 'regulations.no-such-row');
  const openBefore = await openOf(ctx, changeId);
  const isThere = await settleCiting(ctx, { changeId, no, outcome, words });
  refuseUnless(isThere, 'regulations.no-such-row');
  const open = await openOf(ctx, changeId);
  const key = { kind: 'regulation-review', id: changeId, no: 0 } as const;
  if (open === 0) await waitNoMore(ctx, key);
  else if (openBefore === 0)
    await moveDue(ctx, changeId, await waitForCentre(ctx, key, 'regulation-review'));
  tell(ctx, { kind: 'regulation', id: changeId }, 'regulations.reviewed', { no, outcome });
  announce(ctx, 'regulations');
  return { done: true };
}
