import type { Context } from '../../platform/context.ts';
import { insertLesson } from './lessons.repo.ts';

/** 判定: a person said whether an order is a danger; every process learns it within seconds. Called in the transaction that decides. */
export async function answered(ctx: Context, orderId: string, isDanger: boolean): Promise<void> {
  await insertLesson(ctx, { orderId, isDanger });
}
