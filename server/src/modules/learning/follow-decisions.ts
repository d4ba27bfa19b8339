import type { Context } from '../../platform/context.ts';
import { learn } from './blend.ts';
import { after, type Kind } from './decisions.repo.ts';
import { featuresOf } from './features.ts';
import { hashOf } from './input-hash.ts';
import { keptOrLive, type LiveModel } from './live-models.ts';
import { shareNeverMet } from './makes-sense.ts';
import { readHere } from './read-here.ts';
import { keepSuggestion } from './suggestions.repo.ts';
import { type Taught, whatItTaught } from './what-it-taught.ts';

const lookEvery = 1_000;
const lookBack = 300;
const mostByQuestion = 20;
const mostByChore = 200;
const ranks = 5;

/**
 * 边用边学: takes up what was decided since the last look. Before a decision is learnt, what the model says of its words
 * is kept beside it: that is how right it is on what it has not seen.
 */
export async function followDecisions(ctx: Context, model: LiveModel): Promise<void> {
  if (performance.now() - model.lookedAt < lookEvery) return;
  await takeUp(ctx, model, mostByQuestion);
}

/** Without anybody asking, so that a question finds nothing left to do, and every decision is judged. */
export async function catchUp(ctx: Context, kind: Kind): Promise<void> {
  const model = await keptOrLive(ctx, kind);
  if (model) await takeUp(ctx, model, mostByChore);
}

async function takeUp(ctx: Context, model: LiveModel, most: number): Promise<void> {
  model.lookedAt = performance.now();
  const rows = await after(ctx, {
    kind: model.kind,
    seq: Math.max(0, model.upto - lookBack),
    most: lookBack + most,
  });
  const fresh = rows.filter(({ seq }) => !model.learnt.has(seq)).slice(0, most);
  if (fresh.length === 0) return;
  const taught = await whatItTaught(ctx, model.kind, fresh);
  const bySeq = new Map(taught.map((one) => [one.seq, one]));
  for (const { seq } of fresh) {
    // Another question of this process may have taken it up meanwhile.
    if (model.learnt.has(seq)) continue;
    model.learnt.add(seq);
    model.upto = Math.max(model.upto, seq);
    const one = bySeq.get(seq);
    if (one) await learnOne(ctx, model, one);
  }
  for (const seq of model.learnt) if (seq < model.upto - 2 * lookBack) model.learnt.delete(seq);
}

async function learnOne(ctx: Context, model: LiveModel, one: Taught): Promise<void> {
  const { label, seq, orderId, message } = one;
  const features = featuresOf(message);
  const { areaCode } = one;
  const { readings } = readHere(model.kind, model.blend, { features, areaCode, ranks });
  const unmet = shareNeverMet(model.blend, message);
  model.decidedSince += 1;
  model.orderOf[learn(model.blend, { features, label })] = orderId;
  await keepSuggestion(ctx, {
    seq,
    orderId,
    label: one.decided,
    kind: model.kind,
    model: model.name,
    inputHash: hashOf(ctx.keys, message),
    ranked: readings,
    unmet,
  });
}
