import type { nodes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { allowIf, demand, refuseUnless } from '../../platform/refusal.ts';
import { endDatedLimits } from '../matters/index.ts';
import { cityHour } from '../organisation/index.ts';
import { held } from './nodes.repo.ts';
import { nodeSubject } from './open-node.ts';
import { mayChangeWatch, mayEndWatch } from './policy.ts';
import { change, lock } from './watches.repo.ts';
import { addWords, endWord, wordsOf } from './words.repo.ts';

type Done = { done: true };

/** 不再关注. */
export async function endWatch(
  ctx: Context,
  { watchId, reason }: InputOf<typeof contract.endWatch>,
): Promise<Done> {
  const watch = await lock(ctx, watchId);
  const node = await held(ctx, watch.node_id);
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  demand(mayEndWatch(ctx.actor, watch, { node, today }));
  await change(ctx, watchId, {
    until_at: ctx.now,
    until_by: ctx.actor.accountId,
    until_reason: reason,
    limit_rows: [],
  });
  if (watch.limit_rows.length > 0) await endDatedLimits(ctx, watch.limit_rows);
  tell(ctx, nodeSubject(watch.node_id), 'nodes.watch-ended', { watch: watchId });
  announce(ctx, 'nodes');
  return { done: true };
}

/** 加说法. */
export async function addWord(
  ctx: Context,
  { watchId, kind, word }: InputOf<typeof contract.addWord>,
): Promise<Done> {
  const watch = await lock(ctx, watchId);
  demand(mayChangeWatch(ctx.actor, watch, await held(ctx, watch.node_id)));
  const known = await wordsOf(ctx, watch.object_id);
  demand(allowIf(!known.some((one) => one.word === word), 'nodes.word-known'));
  await addWords(ctx, watch.object_id, [{ kind, word }]);
  tell(ctx, nodeSubject(watch.node_id), 'nodes.word-added', { object: watch.object_id, kind });
  announce(ctx, 'nodes');
  return { done: true };
}

/** 停用说法: one name at least stays. */
export async function dropWord(
  ctx: Context,
  { watchId, wordId }: InputOf<typeof contract.dropWord>,
): Promise<Done> {
  const watch = await lock(ctx, watchId);
  demand(mayChangeWatch(ctx.actor, watch, await held(ctx, watch.node_id)));
  const known = await wordsOf(ctx, watch.object_id);
  const word = known.find(({ id }) => id === wordId);
  refuseUnless(word, 'nodes.no-such-word');
  const names = known.filter(({ kind }) => kind === 'name');
  demand(allowIf(word.kind !== 'name' || names.length > 1, 'nodes.last-name'));
  await endWord(ctx, wordId);
  tell(ctx, nodeSubject(watch.node_id), 'nodes.word-dropped', { object: watch.object_id });
  announce(ctx, 'nodes');
  return { done: true };
}
