import type { Context } from '../../platform/context.ts';
import { findVisible } from './ledgers.repo.ts';
import { sitesTiedTo } from './links.repo.ts';
import { standingName } from './list-sites.ts';

export interface TiedSite {
  readonly siteId: string;
  readonly ledgerId: string;
  readonly ledgerName: string;
  readonly no: number;
  readonly address: string;
  readonly stateName: string;
}

export const mostTied = 100;

/** 挂接的点位 of these orders, of those this person may see; null: ledgers are not for them. */
export async function sitesOfOrders(
  ctx: Context,
  orderIds: readonly string[],
): Promise<TiedSite[] | null> {
  if (!ctx.actor.has('ledgers.lead') && !ctx.actor.has('ledgers.work')) return null;
  const sites = await sitesTiedTo(ctx, orderIds, mostTied);
  const ids = [...new Set(sites.map(({ ledgerId }) => ledgerId))];
  const ledgers = await Promise.all(ids.map((id) => findVisible(ctx, id)));
  return sites.flatMap(({ siteId, ledgerId, no, address, state, writtenOffReason }) => {
    const ledger = ledgers.find(({ id }) => id === ledgerId);
    if (!ledger) return [];
    const standing = { state, written_off_reason: writtenOffReason };
    const stateName = standingName(ledger.path, standing);
    return [{ siteId, ledgerId, ledgerName: ledger.name, no, address, stateName }];
  });
}
