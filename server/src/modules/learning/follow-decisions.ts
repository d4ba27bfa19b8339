import type { Context } from '../../platform/context.ts';
import { blindIndex } from '../../platform/secrets.ts';
import * as orders from '../orders/index.ts';
import { messageOf } from './appeal-message.ts';
import { learn, read } from './blend.ts';
import { after, type Decision, keepSuggestion } from './decisions.repo.ts';
import { featuresOf } from './features.ts';
import type { LiveModel } from './live-models.ts';

const lookEvery = 1_000;
const lookBack = 300;
const mostAtOnce = 20;
const ranks = 5;

/**
 * 边用边学: takes up what was decided since the last look. Before a decision is learnt, what the model says of its words
 * is kept beside it: that is how right it is on what it has not seen.
 */
export async function followDecisions(ctx: Context, model: LiveModel): Promise<void> {
  if (performance.now() - model.lookedAt < lookEvery) return;
  model.lookedAt = performance.now();
  const rows = await after(ctx, {
    kind: model.kind,
    seq: Math.max(0, model.upto - lookBack),
    most: lookBack + mostAtOnce,
  });
  const fresh = rows.filter(({ seq }) => !model.learnt.has(seq)).slice(0, mostAtOnce);
  const words = await orders.wordsToLearn(
    ctx,
    fresh.map(({ orderId }) => orderId),
  );
  for (const decision of fresh) {
    // Another question of this process may have taken it up meanwhile.
    if (model.learnt.has(decision.seq)) continue;
    model.learnt.add(decision.seq);
    model.upto = Math.max(model.upto, decision.seq);
    const appeal = words.get(decision.orderId);
    if (appeal) await learnOne(ctx, model, { decision, appeal });
  }
  for (const seq of model.learnt) if (seq < model.upto - 2 * lookBack) model.learnt.delete(seq);
}

async function learnOne(
  ctx: Context,
  model: LiveModel,
  { decision, appeal }: { decision: Decision; appeal: orders.WordsToLearn },
): Promise<void> {
  const { label, seq, orderId } = decision;
  const features = featuresOf(messageOf(model.kind, appeal));
  const ranked = read(model.blend, features, ranks).readings;
  const place = ranked.findIndex((reading) => reading.label === label);
  model.decidedSince += 1;
  model.orderOf[learn(model.blend, { features, label })] = orderId;
  await keepSuggestion(ctx, {
    seq,
    kind: model.kind,
    model: model.name,
    inputHash: blindIndex(ctx.keys, 'learning', `${appeal.title}\n${appeal.content}`),
    ranked,
    place: place < 0 ? null : place + 1,
  });
}
