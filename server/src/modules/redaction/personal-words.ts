import type { Context } from '../../platform/context.ts';
import { cityGazetteer } from '../mentions/index.ts';
import { peopleOfOrder } from './people-of-order.ts';
import { redact } from './redact.ts';

/**
 * 个人信息 in words about an order that more people will read than may know who asked: numbers, plates, homes, and the
 * names the order knows. A name only guessed from its characters is left to the person who approves the words: 和临时 is
 * nobody, and a refusal cannot be argued with.
 */
export async function personalWordsIn(
  ctx: Context,
  orderId: string,
  texts: readonly string[],
): Promise<string[]> {
  const [known, places] = await Promise.all([peopleOfOrder(ctx, orderId), cityGazetteer(ctx)]);
  const found = texts.flatMap((text) =>
    redact(text, { known, places }).removals.map(({ kind, start, end }) => ({
      kind,
      words: text.slice(start, end),
    })),
  );
  const isCertain = ({ kind, words }: (typeof found)[number]) =>
    kind !== 'name' || known.names.some((one) => words.includes(one));
  return found.filter(isCertain).map(({ words }) => words);
}
