import { isWritten } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { announce, news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as waits from '../waits/index.ts';
import { isGone } from './last-holder.ts';
import { answerLater, noMoreWaiting, unmovedLater } from './late.ts';
import { answerDueOf, levelOf } from './levels.ts';
import { isDirectors } from './policy.ts';
import { change, type Supervision, supervisionsOf } from './supervisions.repo.ts';

const keyOf = ({ order_id, no }: Pick<Supervision, 'order_id' | 'no'>) =>
  ({ kind: 'supervision-result', id: order_id, no }) as const;

/** 待销号: the unit has answered. Urging (催办) ends with the reply and waits for nobody. */
export async function resultLater(ctx: Context, one: Supervision): Promise<void> {
  if (isWritten(one.level)) await waits.waitForCentre(ctx, keyOf(one), 'supervision-result');
}

export const noMoreResult = (ctx: Context, one: Supervision): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(one));

/**
 * 督办未了: the order is over, or the unit holds it no more, and nothing is asked of it any longer. What came of the
 * supervision is still somebody's to say, with evidence: that an order ended does not show it (domain 2.8).
 */
export async function owesResult(ctx: Context, one: Supervision): Promise<void> {
  await noMoreWaiting(ctx, one);
  // The unit goes, the reply stands, the order ends: its time runs since the first of them.
  if (one.state === 'open' && !(await waits.isWaiting(ctx, keyOf(one))))
    await resultLater(ctx, one);
  announce(ctx, 'supervision');
}

/** 无人销号: told to whoever gave it or may end it, then to the next above. */
waits.waitRules({
  kind: 'supervision-result',
  subject: 'order',
  topic: 'supervision',
  standing: async (ctx, { id, no }) => {
    const order = await orders.lock(ctx, id);
    const one = (await supervisionsOf(ctx, id)).find((each) => each.no === no);
    if (one?.state === 'answered') return 'waiting';
    const isOwed = !orders.isOpen(order.status) || isGoneFrom(one, await ofOrder(ctx, id));
    return one?.state === 'open' && isOwed ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id, no }) => {
      const one = (await supervisionsOf(ctx, id)).find((each) => each.no === no);
      if (one?.given_unit)
        return [
          { unitCode: one.given_unit, role: 'county-dispatcher', accountId: null },
          waits.centre('supervisor'),
        ];
      const first = one && isDirectors(one.level) ? 'director' : 'supervisor';
      return [waits.centre(first), waits.centre('director')];
    },
  },
});

const isGoneFrom = (one: Supervision | undefined, duties: Parameters<typeof isGone>[1]): boolean =>
  one !== undefined && isGone(one.unit_code, duties);

const reopened = job('supervision:reopened', news);
on('call-back.false-redone', reopened);

/** 结案后又重新办理: what was still unanswered is due again, by its limit from now on. */
handle(reopened, async (ctx, { id, data }) => {
  const order = await orders.lock(ctx, id);
  if (data.from !== 'closed' || !orders.isOpen(order.status)) return;
  for (const one of await supervisionsOf(ctx, id)) {
    if (one.state !== 'open' || !isWritten(one.level)) continue;
    await noMoreResult(ctx, one);
    const answerDueAt = await answerDueOf(ctx, await levelOf(ctx, one.level));
    await change(ctx, one, { answer_due_at: answerDueAt, sort_at: answerDueAt ?? ctx.now });
    await answerLater(ctx, { ...one, answer_due_at: answerDueAt });
    if (one.level === 'S2') await unmovedLater(ctx, one);
  }
});
