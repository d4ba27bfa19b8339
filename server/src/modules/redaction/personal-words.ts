import type { Context } from '../../platform/context.ts';
import { cityGazetteer } from '../mentions/index.ts';
import { requesterAgain } from '../requesters/index.ts';
import { redact } from './redact.ts';

/** 个人信息 found in words about an order that more people will read than may know who asked. */
export async function personalWordsIn(
  ctx: Context,
  orderId: string,
  texts: readonly string[],
): Promise<string[]> {
  const [{ name, phone, otherPhone }, places] = await Promise.all([
    requesterAgain(ctx, orderId),
    cityGazetteer(ctx),
  ]);
  const said = (...words: (string | undefined)[]) => words.filter((word) => word !== undefined);
  const known = { names: said(name), phones: said(phone, otherPhone) };
  return texts.flatMap((text) =>
    redact(text, { known, places }).removals.map(({ start, end }) => text.slice(start, end)),
  );
}
