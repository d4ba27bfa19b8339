import type { learning as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { type Appeal, messageOf } from './appeal-message.ts';
import type { Kind } from './decisions.repo.ts';
import { wordsThatWeighed } from './explain.ts';
import { featuresOf } from './features.ts';
import { followDecisions } from './follow-decisions.ts';
import { liveModel } from './live-models.ts';
import { makesSense } from './makes-sense.ts';
import { readHere } from './read-here.ts';

export interface Suggested {
  readonly label: string;
  readonly probability: number;
  /** 起作用的词. */
  readonly words: readonly string[];
}

export interface Suggestion {
  readonly labels: readonly Suggested[];
  /** Decided orders with much the same words, the most alike first; whoever shows them asks who may see them. */
  readonly alike: readonly string[];
  /** Which training of the model spoke; null when none did. */
  readonly model: string | null;
}

const nothing: Suggestion = { labels: [], alike: [], model: null };
const shownLabels = 3;
const leastProbability = 0.1;
const leastAlike = 0.25;

/** 建议: nothing of words that make no sense to it, nothing it hardly believes itself. */
export async function suggestLabels(ctx: Context, kind: Kind, appeal: Appeal): Promise<Suggestion> {
  const model = await liveModel(ctx, kind);
  if (!model) return nothing;
  await followDecisions(ctx, model);
  const message = messageOf(kind, appeal);
  if (!makesSense(model.blend, message)) return nothing;
  const features = featuresOf(message);
  const { readings, near } = readHere(kind, model.blend, {
    features,
    areaCode: appeal.areaCode ?? null,
    ranks: shownLabels,
  });
  const labels = readings
    .filter(({ probability }) => probability >= leastProbability)
    .map(({ label, probability, role }) => ({
      label,
      probability,
      words: wordsThatWeighed(model.blend, message, role),
    }));
  const alike = near
    .filter((one) => one.alike >= leastAlike)
    .flatMap(({ message: number }) => model.orderOf[number] || []);
  return { labels, alike: [...new Set(alike)], model: model.name };
}

const shownAlike = 3;

/** 相似已办件: of what is alike, the closed orders this person may see. */
export async function alikeClosed(
  ctx: Context,
  ids: readonly string[],
): Promise<ReplyOf<typeof contract.suggestForAppeal>['alike']> {
  const seen = await orders.closedVisible(ctx, ids);
  const rows = await orders.orderRows(ctx, seen.slice(0, shownAlike), 'as-said');
  return rows.map(({ id, orderNo, title, matterName, leadUnit }) => ({
    orderId: id,
    orderNo,
    title,
    matterName,
    unitName: leadUnit?.name ?? null,
  }));
}
