import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import * as waits from '../waits/index.ts';
import { needsDirector } from './policy.ts';
import { type Deferral, deferralsOf } from './requests.repo.ts';

type Key = Pick<Deferral, 'order_id' | 'no'>;

const keyOf = ({ order_id, no }: Key) => ({ kind: 'deferral-decision', id: order_id, no }) as const;

export async function decisionLater(ctx: Context, one: Key): Promise<void> {
  await waits.waitForCentre(ctx, keyOf(one), 'deferral-decision');
}

export const noMoreDecision = (ctx: Context, one: Key): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(one));

const askedOf = async (ctx: Context, { id, no }: waits.WaitKey): Promise<Deferral | undefined> =>
  (await deferralsOf(ctx, id)).find((one) => one.no === no && one.state === 'asked');

/** 申请无人审批: told to whoever decides, then to the director. */
waits.waitRules({
  kind: 'deferral-decision',
  subject: 'order',
  topic: 'deferrals',
  standing: async (ctx, key) => {
    const order = await orders.lock(ctx, key.id);
    const asked = await askedOf(ctx, key);
    if (asked?.unit_code !== order.lead_unit) return 'over';
    if (order.status === 'in-progress') return 'waiting';
    return order.status === 'need-info' || order.status === 'in-dispute' ? 'still' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, key) => {
      const asked = await askedOf(ctx, key);
      const isDirectors = asked !== undefined && needsDirector(asked);
      return [waits.centre(isDirectors ? 'director' : 'reviewer'), waits.centre('director')];
    },
  },
});

const beginAnew = job('deferrals:decision-begins-anew', news);
on('handling.info-given', beginAnew);
on('disputes.ended', beginAnew);

/** While the requester was asked, or the units disputed, nobody could decide. */
handle(beginAnew, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  const open = (await deferralsOf(ctx, id)).find(({ state }) => state === 'asked');
  if (open && order.status === 'in-progress' && order.lead_unit === open.unit_code)
    await decisionLater(ctx, open);
});
