import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import * as requesters from '../requesters/index.ts';
import * as telephony from '../telephony/index.ts';
import { isRecent, meaningOfRepeat } from './meaning-of-repeat.ts';

type Reply = ReplyOf<typeof intake.likelyRepeats>;

/**
 * 疑似重复: this caller's orders still open or over for less than 90 days, the same matter first (domain D7). A number opens no anonymous appeal and none
 * for named readers (domain 2.11), as on the caller's card.
 */
export async function likelyRepeats(
  ctx: Context,
  input: InputOf<typeof intake.likelyRepeats>,
): Promise<Reply> {
  const call = input.callId ? await telephony.callOf(ctx, input.callId) : null;
  const phone = input.phone ?? call?.number ?? null;
  if (!phone) return { rows: [] };
  const ids = await requesters.ordersOfPhone(ctx, phone, { limit: 20 });
  const rows = await orders.orderRows(ctx, ids, 'as-said');
  const shown = await Promise.all(
    rows
      .filter(({ secrecy }) => secrecy < 2)
      .map(async (row) => ({ row, order: await orders.find(ctx, row.id) })),
  );
  return {
    rows: shown
      .flatMap(({ row, order }) =>
        order && isRecent(order, ctx.now)
          ? [{ ...row, reason: reasonOf(row, input), meaning: meaningOfRepeat(order, ctx.now) }]
          : [],
      )
      .toSorted(bySameness),
  };
}

const order = ['same-matter', 'same-area', 'same-caller'] as const;
type Reason = (typeof order)[number];

function reasonOf(row: orders.OrderRow, asked: InputOf<typeof intake.likelyRepeats>): Reason {
  if (asked.matterCode !== undefined && row.matterCode === asked.matterCode) return 'same-matter';
  return asked.matterCode !== undefined && row.matterCode.startsWith(asked.matterCode.slice(0, 4))
    ? 'same-area'
    : 'same-caller';
}

const bySameness = (a: { reason: Reason }, b: { reason: Reason }): number =>
  order.indexOf(a.reason) - order.indexOf(b.reason);
