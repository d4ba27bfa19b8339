import type { ledgers as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { SiteSource } from '@minsheng/contract/words/ledgers.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import * as organisation from '../organisation/index.ts';
import { sealedContact } from '../requesters/index.ts';
import { type Ledger, siteSubject } from './ledger.ts';
import { lockVisible, takeNumbers } from './ledgers.repo.ts';
import { tieOrders } from './link-orders.ts';
import { firstState } from './path.ts';
import { addressKey } from './places.ts';
import { mayLeadOn } from './policy.ts';
import { insertAll, type NewSite, placesOf } from './sites.repo.ts';

export type SiteInput = InputOf<typeof contract.foundLedger>['sites'][number];

/** 增加点位. */
export async function addSites(
  ctx: Context,
  { ledgerId, sites }: { ledgerId: string; sites: readonly SiteInput[] },
): Promise<{ siteIds: string[] }> {
  const ledger = await lockVisible(ctx, ledgerId);
  demand(mayLeadOn(ctx.actor, ledger));
  return { siteIds: await putIn(ctx, ledger, { sites, source: 'typed' }) };
}

/** For whoever has asked whether it may be done, and holds the ledger. Refuses `ledgers.same-address`. */
export async function putIn(
  ctx: Context,
  ledger: Pick<Ledger, 'id' | 'path' | 'unit_code' | 'plan_on'>,
  { sites, source }: { sites: readonly SiteInput[]; source: SiteSource },
): Promise<string[]> {
  await refuseTwice(ctx, ledger.id, sites);
  const units = await organisation.units(ctx, [
    ...new Set(sites.map(({ unit }) => unit ?? ledger.unit_code)),
  ]);
  await Promise.all(
    [...new Set(sites.map(({ areaCode }) => areaCode))].map((code) => organisation.area(ctx, code)),
  );
  const first = await takeNumbers(ctx, ledger.id, sites.length);
  const rows = sites.map((site, at) => {
    const code = site.unit ?? ledger.unit_code;
    const unit = units.find((one) => one.code === code);
    if (!unit) throw new Error(`No unit ${code} was read.`);
    const source_ = site.orderIds.length > 0 ? 'order' : source;
    return rowOf(ctx, ledger, { site, no: first + at, unit, source: source_ });
  });
  for (const row of rows) {
    isNew(ctx, siteSubject(row.id));
    tell(ctx, siteSubject(row.id), 'ledgers.site-added', {
      ledger: ledger.id,
      unit: row.unit_code,
    });
  }
  await insertAll(ctx, rows);
  for (const [at, { orderIds }] of sites.entries()) {
    const siteId = rows[at]?.id;
    if (siteId) await tieOrders(ctx, { siteId, ledgerId: ledger.id }, orderIds);
  }
  announce(ctx, 'ledgers');
  return rows.map(({ id }) => id);
}

async function refuseTwice(
  ctx: Context,
  ledgerId: string,
  sites: readonly SiteInput[],
): Promise<void> {
  const known = new Set((await placesOf(ctx, ledgerId)).map(({ address_key }) => address_key));
  for (const { address } of sites) {
    const key = addressKey(address);
    refuseUnless(!known.has(key), 'ledgers.same-address', { address });
    known.add(key);
  }
}

interface Row {
  readonly site: SiteInput;
  readonly no: number;
  readonly unit: organisation.Unit;
  readonly source: SiteSource;
}

function rowOf(
  ctx: Context,
  ledger: Pick<Ledger, 'id' | 'path' | 'plan_on'>,
  { site, no, unit, source }: Row,
): NewSite & { id: string; unit_code: string } {
  return {
    id: ctx.newId(),
    ledger_id: ledger.id,
    no,
    address: site.address,
    address_key: addressKey(site.address),
    area_code: site.areaCode,
    lng: site.point?.lng ?? null,
    lat: site.point?.lat ?? null,
    building: site.building ?? '',
    contact_enc: sealedContact(ctx, site.contact ?? {}),
    kind: site.kind ?? '',
    size_m2: site.sizeM2 ?? null,
    legal_state: site.legalState ?? '',
    measure: site.measure ?? '',
    unit_code: unit.code,
    unit_path: unit.path,
    plan_on: site.planOn === undefined ? ledger.plan_on : site.planOn,
    source,
    state: firstState(ledger.path),
    state_since: ctx.now,
    added_by: ctx.actor.accountId,
    added_at: ctx.now,
  };
}

/** Refuses `ledgers.past-day`. */
export function refusePast({ now, city }: Context, on: string | null | undefined): void {
  refuseUnless(!on || on >= dayOf(now.getTime(), city.zone), 'ledgers.past-day');
}
