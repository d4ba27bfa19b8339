import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { askVisit } from '../visits/index.ts';
import { findVisible } from './ledgers.repo.ts';
import { mayLeadSite } from './policy.ts';
import { lockVisible } from './sites.repo.ts';

/** 派现场核查: never the unit whose site it is, nor one below it. */
export async function visitSite(
  ctx: Context,
  { siteId, ...asked }: InputOf<typeof contract.visitSite>,
): Promise<{ visitId: string }> {
  const site = await lockVisible(ctx, siteId);
  demand(mayLeadSite(ctx.actor, await findVisible(ctx, site.ledger_id), site));
  const visitor = await organisation.unit(ctx, asked.visitorUnit);
  const isOwn = `${visitor.path}/`.startsWith(`${site.unit_path}/`);
  refuseUnless(!isOwn, 'visits.own-work', { unit: visitor.name });
  return askVisit(ctx, {
    ...asked,
    purpose: 'spot-check',
    concern: { kind: 'site', id: siteId },
    place: site.address,
    ...(site.lng !== null && site.lat !== null && { point: { lng: site.lng, lat: site.lat } }),
  });
}
