import type { SameReason } from '@minsheng/contract/words/same-thing.ts';
import type { Context } from '../../platform/context.ts';
import { cityGazetteer } from '../mentions/index.ts';
import { cityUsage } from './city-usage.ts';
import { type KeyKind, keysOf, sharedKeys, type Told } from './order-keys.ts';

const mostWords = 4;

const kindOf: Record<SameReason, KeyKind | null> = {
  'same-place': 'place',
  'same-town': null,
  'same-subject': 'subject',
  'same-matter': null,
  'near-time': null,
  'same-words': 'word',
};

/** 理由用词: the names and words two orders share, from their texts as they stand now; nothing of it is kept. */
export async function reasonsBetween(
  ctx: Context,
  codes: readonly SameReason[],
  { own, like }: { own: Told | undefined; like: Told | undefined },
): Promise<{ code: SameReason; words: string[] }[]> {
  if (!own || !like) return codes.map((code) => ({ code, words: [] }));
  const [gazetteer, { usual }] = await Promise.all([cityGazetteer(ctx), cityUsage(ctx)]);
  const shared = sharedKeys(keysOf(own, gazetteer), keysOf(like, gazetteer));
  return codes.map((code) => {
    const said = shared.filter(({ kind, value }) => kind === kindOf[code] && !usual.has(value));
    const words = said.map((key) => key.said).filter((word) => word !== '');
    return { code, words: [...new Set(words)].slice(0, mostWords) };
  });
}
