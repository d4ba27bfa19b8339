import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { siteSubject } from './ledger.ts';
import { findVisible, lockVisible as lockLedger } from './ledgers.repo.ts';
import { endLink, insertLinks, linksOfSite } from './links.repo.ts';
import { mayLeadSite } from './policy.ts';
import { lockVisible } from './sites.repo.ts';
import { tellCleared } from './tell-cleared.ts';

type Done = { done: true };

/** 挂接工单. */
export async function linkOrders(
  ctx: Context,
  { siteId, orderIds }: InputOf<typeof contract.linkOrders>,
): Promise<Done> {
  const site = await lockVisible(ctx, siteId);
  demand(mayLeadSite(ctx.actor, await findVisible(ctx, site.ledger_id), site));
  await tieOrders(ctx, { siteId, ledgerId: site.ledger_id }, orderIds);
  announce(ctx, 'ledgers');
  return { done: true };
}

/** 取消挂接. */
export async function unlinkOrder(
  ctx: Context,
  { siteId, orderId }: InputOf<typeof contract.unlinkOrder>,
): Promise<Done> {
  const site = await lockVisible(ctx, siteId);
  const ledger = await lockLedger(ctx, site.ledger_id);
  demand(mayLeadSite(ctx.actor, ledger, site));
  refuseUnless(await endLink(ctx, siteId, orderId), 'ledgers.not-linked');
  tell(ctx, siteSubject(siteId), 'ledgers.unlinked', { order: orderId });
  tell(ctx, { kind: 'order', id: orderId }, 'ledgers.unlinked', { site: siteId });
  await tellCleared(ctx, { ledgerId: ledger.id, orderIds: [orderId] });
  announce(ctx, 'ledgers');
  return { done: true };
}

/** For whoever holds the site. Tied already, nothing happens. Refuses `ledgers.secret-order`. */
export async function tieOrders(
  ctx: Context,
  site: { siteId: string; ledgerId: string },
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  const seen = await orders.visibleAmong(ctx, orderIds);
  refuseUnless(
    orderIds.every((id) => seen.has(id)),
    'orders.no-such-order',
  );
  const rows = await orders.rowsFor(ctx, orderIds);
  refuseUnless(
    rows.every(({ secrecy }) => secrecy === 0),
    'ledgers.secret-order',
  );
  const tied = new Set(
    (await linksOfSite(ctx, site.siteId))
      .filter(({ to_at }) => to_at === null)
      .map(({ order_id }) => order_id),
  );
  const fresh = [...new Set(orderIds)].filter((id) => !tied.has(id));
  await insertLinks(ctx, site, fresh);
  for (const id of fresh) {
    tell(ctx, siteSubject(site.siteId), 'ledgers.linked', { order: id });
    tell(ctx, { kind: 'order', id }, 'ledgers.linked', {
      ledger: site.ledgerId,
      site: site.siteId,
    });
  }
}
