import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { badInput } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import * as organisation from '../organisation/index.ts';
import type { Ledger, Site } from './ledger.ts';
import { findVisible } from './ledgers.repo.ts';
import { linkedCounts } from './links.repo.ts';
import { type Path, stateName } from './path.ts';
import { placedOf, sitesOf } from './sites.repo.ts';
import { ledgerText } from './text.ts';

type Reply = ReplyOf<typeof contract.listSites>;
export type SiteRow = Reply['rows'][number];

const sitesShown = 50;
const mapped = 1000;

/** 点位列表, by number. */
export async function listSites(
  ctx: Context,
  { ledgerId, state, cursor }: InputOf<typeof contract.listSites>,
): Promise<Reply> {
  const ledger = await findVisible(ctx, ledgerId);
  const read = await sitesOf(ctx, {
    ledgerId,
    state,
    afterNo: numberIn(cursor),
    most: sitesShown + 1,
  });
  const shown = read.slice(0, sitesShown);
  const last = shown.at(-1);
  return {
    rows: await siteRows(ctx, ledger, shown),
    next: read.length > sitesShown && last ? String(last.no) : null,
    shownCap: sitesShown,
  };
}

function numberIn(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw badInput(['cursor']);
  return Number(cursor);
}

export async function siteRows(
  ctx: Context,
  { path }: Pick<Ledger, 'path'>,
  sites: readonly Site[],
): Promise<SiteRow[]> {
  const [units, areas, orders] = await Promise.all([
    organisation.unitsIfKnown(ctx, [...new Set(sites.map(({ unit_code }) => unit_code))]),
    organisation.areaNames(ctx, [...new Set(sites.map(({ area_code }) => area_code))]),
    linkedCounts(
      ctx,
      sites.map(({ id }) => id),
    ),
  ]);
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  return sites.map((site) => ({
    id: site.id,
    no: site.no,
    address: site.address,
    areaName: areas.get(site.area_code) || ctx.city.name,
    building: site.building,
    kind: site.kind,
    sizeM2: site.size_m2,
    unit: organisation.briefOf(units, site.unit_code),
    state: site.state,
    stateName: standingName(path, site),
    stateSince: (site.written_off_reason === null
      ? site.state_since
      : (site.ended_at ?? site.state_since)
    ).toISOString(),
    planOn: site.plan_on,
    isLate: site.ended_at === null && site.plan_on !== null && site.plan_on < today,
    endedAt: site.ended_at?.toISOString() ?? null,
    isWrittenOff: site.written_off_reason !== null,
    orders: orders.get(site.id) ?? 0,
  }));
}

/** 核销 stands over whatever state it had come to. */
export const standingName = (
  path: Path,
  { state, written_off_reason }: Pick<Site, 'state' | 'written_off_reason'>,
): string => (written_off_reason === null ? stateName(path, state) : ledgerText.writtenOff);

/** 点位地图. */
export async function mapSites(
  ctx: Context,
  { ledgerId }: InputOf<typeof contract.mapSites>,
): Promise<ReplyOf<typeof contract.mapSites>> {
  const { path } = await findVisible(ctx, ledgerId);
  const sites = await placedOf(ctx, ledgerId, mapped);
  return {
    rows: sites.flatMap(({ id, no, lng, lat, state, ended_at }) =>
      lng === null || lat === null
        ? []
        : [{ id, no, lng, lat, stateName: stateName(path, state), isEnded: ended_at !== null }],
    ),
    shownCap: mapped,
  };
}
