import type { Context } from '../../platform/context.ts';
import { insert, type Kind } from './decisions.repo.ts';

/** 决定: a person chose; every live model hears of it within seconds. Called in the transaction that decides. */
export async function decided(
  ctx: Context,
  orderId: string,
  labels: Readonly<Partial<Record<Kind, string>>>,
): Promise<void> {
  await insert(ctx, orderId, labels);
}
