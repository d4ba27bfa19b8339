import type { deferrals as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import type { Decision } from '../../platform/refusal.ts';
import { type Assignment, ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import { extendable } from './extension-limits.ts';
import { ledgerOf, reviewsOf } from './ledger.repo.ts';
import { ledgerView } from './ledger-view.ts';
import { mayDecide, mayResume, mayReviewLedger } from './policy.ts';
import { requestViews } from './request-views.ts';
import { type Deferral, deferralsOf } from './requests.repo.ts';

type Reply = ReplyOf<typeof contract.readDeferrals>;

/** 延期、挂起、挂账 of one order, for everybody who may see it. */
export async function readDeferrals(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const [asked, duties] = await Promise.all([deferralsOf(ctx, orderId), ofOrder(ctx, orderId)]);
  const lead = duties.findLast(({ role }) => role === 'lead');
  return {
    requests: await requestViews(ctx, order, { asked, duties }),
    ledger: await ledger(ctx, order),
    mayExtend: await roomOf(ctx, lead, asked),
    abilities: abilities({
      decide: mayDecide(
        ctx.actor,
        order,
        asked.find(({ state }) => state === 'asked'),
      ),
      resume: mayResume(ctx.actor, order, lead),
      review: mayReviewLedger(ctx.actor, order, lead),
    }),
  };
}

type Ability = Reply['abilities'][number];

const abilities = (decisions: Record<Ability, Decision>): Ability[] =>
  (['decide', 'resume', 'review'] as const).filter((name) => decisions[name].allowed);

async function roomOf(
  ctx: Context,
  lead: Assignment | undefined,
  asked: readonly Deferral[],
): Promise<Reply['mayExtend']> {
  const room = lead ? await extendable(ctx, lead, asked) : null;
  return room && room.timesLeft > 0 ? { most: room.most, unit: room.unit } : null;
}

async function ledger(ctx: Context, order: orders.Order): Promise<Reply['ledger']> {
  const found = await ledgerOf(ctx, order.id);
  if (!found) return null;
  const [reviews, units, texts] = await Promise.all([
    reviewsOf(ctx, order.id),
    organisation.unitsIfKnown(ctx, [found.unit_code]),
    orders.textsOf(ctx, order.id),
  ]);
  const hide = (text: string) => (order.secrecy >= 1 ? withoutPeople(text) : text);
  return {
    ...ledgerView(found, units),
    reviews: reviews.map(({ words_no, reviewed_at }) => ({
      at: reviewed_at.toISOString(),
      words: hide(texts.find(({ no }) => no === words_no)?.content ?? ''),
    })),
  };
}
