import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { findVisible } from './ledgers.repo.ts';
import { sitesOfOrder } from './links.repo.ts';
import { standingName } from './list-sites.ts';
import { mayLead } from './policy.ts';

/** 工单所在的台账. */
export async function ofOrder(
  ctx: Context,
  { orderId }: InputOf<typeof contract.ofOrder>,
): Promise<ReplyOf<typeof contract.ofOrder>> {
  const order = await orders.findVisible(ctx, orderId);
  const sites = await sitesOfOrder(ctx, orderId);
  const ids = [...new Set(sites.map(({ ledgerId }) => ledgerId))];
  const ledgers = await Promise.all(ids.map((id) => findVisible(ctx, id)));
  const isClosed = order.secrecy === 0 && !orders.isOpen(order.status);
  return {
    rows: sites.flatMap(({ siteId, ledgerId, no, state, isWrittenOff, toldAt }) => {
      const ledger = ledgers.find(({ id }) => id === ledgerId);
      if (!ledger) return [];
      const standing = { state, written_off_reason: isWrittenOff ? '' : null };
      return [
        {
          siteId,
          ledgerId,
          ledgerName: ledger.name,
          no,
          stateName: standingName(ledger.path, standing),
          toldAt: toldAt?.toISOString() ?? null,
        },
      ];
    }),
    can: { found: isClosed && mayLead(ctx.actor).allowed },
  };
}
