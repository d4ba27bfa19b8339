import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { centre, waitForCentre, waitNoMore, waitRules } from '../waits/index.ts';
import { change, type FalseCompletion, falseCompletionsOf } from './false-completions.repo.ts';

type Which = Pick<FalseCompletion, 'order_id' | 'no'>;

const hearing = ({ order_id, no }: Which) => ({ kind: 'false-hearing', id: order_id, no }) as const;

const ruling = ({ order_id, no }: Which) => ({ kind: 'false-ruling', id: order_id, no }) as const;

/** 说明期: the unit may be heard until then. */
export const hearBy = (ctx: Context, one: Which): Promise<Date> =>
  waitForCentre(ctx, hearing(one), 'false-hearing');

/** Heard, it waits for whoever rules. */
export async function isHeard(ctx: Context, one: Which): Promise<void> {
  await waitNoMore(ctx, hearing(one));
  await waitForCentre(ctx, ruling(one), 'false-ruling');
}

async function heldAs(ctx: Context, { id, no }: { id: string; no: number }) {
  await orders.lock(ctx, id);
  return (await falseCompletionsOf(ctx, id)).find((one) => one.no === no)?.state;
}

/** 说明期满: not heard, it is ruled on without. */
waitRules({
  kind: 'false-hearing',
  subject: 'order',
  topic: 'false-completions',
  standing: async (ctx, wait) => ((await heldAs(ctx, wait)) === 'found' ? 'waiting' : 'over'),
  pauses: null,
  moved: (ctx, { id, no }, dueAt) => change(ctx, { order_id: id, no }, { hear_until: dueAt }),
  atEnd: { does: (ctx, { id, no }) => isHeard(ctx, { order_id: id, no }) },
});

/** 认定期限: told to the reviewers, then to the director. */
waitRules({
  kind: 'false-ruling',
  subject: 'order',
  topic: 'false-completions',
  standing: async (ctx, wait) => {
    const state = await heldAs(ctx, wait);
    return state === 'found' || state === 'heard' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('reviewer'), centre('director')] },
});
