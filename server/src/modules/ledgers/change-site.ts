import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { sealedContact } from '../requesters/index.ts';
import { refusePast } from './add-sites.ts';
import { siteSubject } from './ledger.ts';
import { findVisible } from './ledgers.repo.ts';
import { addressKey } from './places.ts';
import { mayLead, mayWork } from './policy.ts';
import { change, lockVisible, placesOf } from './sites.repo.ts';

type Asked = InputOf<typeof contract.changeSite>;
type Change = Parameters<typeof change>[2];

/** 补正点位: by its unit or the centre; to another unit by the centre alone. Told by the names of what changed. */
export async function changeSite(ctx: Context, asked: Asked): Promise<{ done: true }> {
  const site = await lockVisible(ctx, asked.siteId);
  demand(mayWork(ctx.actor, await findVisible(ctx, site.ledger_id), site));
  if (asked.unit !== undefined) demand(mayLead(ctx.actor));
  refusePast(ctx, asked.planOn);
  const set: Change = {
    ...plainChanges(asked),
    ...(await placeChanges(ctx, site, asked)),
    ...(asked.unit !== undefined && (await unitChanges(ctx, asked.unit))),
    ...(asked.contact && { contact_enc: sealedContact(ctx, asked.contact) }),
  };
  await change(ctx, site.id, set);
  tell(ctx, siteSubject(site.id), 'ledgers.site-changed', { columns: Object.keys(set).toSorted() });
  announce(ctx, 'ledgers');
  return { done: true };
}

function plainChanges({ building, kind, sizeM2, legalState, measure, planOn }: Asked): Change {
  return {
    ...(building !== undefined && { building }),
    ...(kind !== undefined && { kind }),
    ...(sizeM2 !== undefined && { size_m2: sizeM2 }),
    ...(legalState !== undefined && { legal_state: legalState }),
    ...(measure !== undefined && { measure }),
    ...(planOn !== undefined && { plan_on: planOn }),
  };
}

async function placeChanges(
  ctx: Context,
  site: { id: string; ledger_id: string },
  { address, areaCode, point }: Asked,
): Promise<Change> {
  if (areaCode !== undefined) await organisation.area(ctx, areaCode);
  if (address !== undefined) {
    const others = (await placesOf(ctx, site.ledger_id)).filter(({ id }) => id !== site.id);
    refuseUnless(
      others.every(({ address_key }) => address_key !== addressKey(address)),
      'ledgers.same-address',
      { address },
    );
  }
  return {
    ...(address !== undefined && { address, address_key: addressKey(address) }),
    ...(areaCode !== undefined && { area_code: areaCode }),
    ...(point !== undefined && { lng: point?.lng ?? null, lat: point?.lat ?? null }),
  };
}

async function unitChanges(ctx: Context, code: string): Promise<Change> {
  const unit = await organisation.unit(ctx, code);
  return { unit_code: unit.code, unit_path: unit.path };
}
