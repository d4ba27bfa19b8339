import type { Context } from '../../platform/context.ts';
import * as learning from '../learning/index.ts';
import { cityGazetteer, lineageOf, type Point } from '../mentions/index.ts';

export interface GuessedArea {
  readonly code: string;
  /** By what it was guessed: nothing leaves the city as a whole. */
  readonly by: 'words' | 'position' | 'nothing';
}

/**
 * 猜区域: what the words say, with what earlier orders taught; the position somebody gave, where earlier orders were put round
 * it, tells it more closely or alone; else the city as a whole.
 */
export async function guessArea(
  ctx: Context,
  words: string,
  spot: Point | null,
): Promise<GuessedArea> {
  const [said, near] = await Promise.all([
    learning.areaSaid(ctx, words),
    spot && learning.areaNear(ctx, spot),
  ]);
  const gazetteer = await cityGazetteer(ctx);
  if (near && (said === null || lineageOf(gazetteer, near).slice(1).includes(said)))
    return { code: near, by: 'position' };
  if (said !== null) return { code: said, by: 'words' };
  return { code: ctx.city.code.padEnd(12, '0'), by: 'nothing' };
}
