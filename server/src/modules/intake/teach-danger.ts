import { isMoreUrgent, isUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as danger from '../danger/index.ts';

interface Said {
  /** What the order would have had without the person. */
  readonly urgency: Urgency;
  /** What its matter has by itself: to choose that says nothing of the words. */
  readonly matterUrgency: Urgency;
  readonly chosen: Urgency | undefined;
}

/** 险情判定教一课: who lowers says it is no danger, who raises or confirms says it is one; who leaves it says nothing. */
export async function teachDanger(ctx: Context, orderId: string, said: Said): Promise<void> {
  const isDanger = whatItSays(said);
  if (isDanger !== null) await danger.answered(ctx, orderId, isDanger);
}

function whatItSays({ urgency, matterUrgency, chosen }: Said): boolean | null {
  if (chosen === undefined) return null;
  if (isMoreUrgent(urgency, chosen)) return false;
  return isUrgent(chosen) && isMoreUrgent(chosen, matterUrgency) ? true : null;
}
