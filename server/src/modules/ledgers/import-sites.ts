import { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { RowFault } from '@minsheng/contract/words/ledgers.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { isDay } from '../../platform/zone.ts';
import * as organisation from '../organisation/index.ts';
import { putIn, type SiteInput } from './add-sites.ts';
import type { Ledger } from './ledger.ts';
import { lockVisible } from './ledgers.repo.ts';
import { addressKey } from './places.ts';
import { mayLeadOn } from './policy.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { placesOf } from './sites.repo.ts';

type Reply = ReplyOf<typeof contract.importSites>;

/** 导入点位: shown row by row first; kept whole or not at all. The sheet itself is kept nowhere. */
export async function importSites(
  ctx: Context,
  { ledgerId, sheet, isKept }: InputOf<typeof contract.importSites>,
): Promise<Reply> {
  const ledger = await lockVisible(ctx, ledgerId);
  demand(mayLeadOn(ctx.actor, ledger));
  const read = await readSheet(Buffer.from(sheet, 'base64'));
  refuseUnless(read.length > 0, 'ledgers.no-sheet');
  const limit = contract.mostImported;
  refuseUnless(read.length <= limit, 'ledgers.too-many-rows', { limit });
  const rows = await faultsIn(ctx, ledger, read);
  const refused = rows.filter(({ faults }) => faults.length > 0).length;
  const told = rows.map(({ row: { line, address }, faults }) => ({
    line,
    address: address.slice(0, longest.address),
    faults,
  }));
  const fitting = rows.length - refused;
  if (!isKept) return { rows: told, fitting, kept: 0 };
  refuseUnless(refused === 0, 'ledgers.rows-refused', { count: refused });
  await putIn(ctx, ledger, { sites: rows.map(({ row }) => siteOf(row)), source: 'import' });
  return { rows: told, fitting, kept: fitting };
}

const longest = { address: 120, words: 60, name: 40 };

async function faultsIn(
  ctx: Context,
  ledger: Ledger,
  rows: readonly SheetRow[],
): Promise<{ row: SheetRow; faults: RowFault[] }[]> {
  const areas = new Set((await organisation.allAreas(ctx)).map(({ code }) => code));
  const units = await organisation.unitsIfKnown(ctx, [
    ...new Set(rows.flatMap(({ unit }) => (unit === '' ? [] : [unit]))),
  ]);
  const known = new Set((await placesOf(ctx, ledger.id)).map(({ address_key }) => address_key));
  const inFile = new Set<string>();
  return rows.map((row) => {
    const key = addressKey(row.address);
    const faults: RowFault[] = [
      ...(key.length < 2 ? ['no-address' as const] : []),
      ...(areas.has(row.area.padEnd(12, '0')) ? [] : ['no-such-area' as const]),
      ...(row.unit === '' || units.some(({ code }) => code === row.unit)
        ? []
        : ['no-such-unit' as const]),
      ...plainFaults(row),
      ...(inFile.has(key) ? ['twice-in-file' as const] : []),
      ...(known.has(key) ? ['in-ledger' as const] : []),
    ];
    inFile.add(key);
    return { row, faults };
  });
}

function plainFaults(row: SheetRow): RowFault[] {
  const { size, planOn, lng, lat, contactPhone } = row;
  const hasPoint = lng !== '' || lat !== '';
  const short = [row.building, row.kind, row.legalState, row.measure];
  const isLong =
    row.address.length > longest.address ||
    short.some((words) => words.length > longest.words) ||
    row.contactName.length > longest.name;
  return [
    ...(planOn === '' || (/^\d{4}-\d{2}-\d{2}$/.test(planOn) && isDay(planOn))
      ? []
      : ['bad-day' as const]),
    ...(size === '' || isWithin(size, 0, 1_000_000) ? [] : ['bad-size' as const]),
    ...(!hasPoint || (isWithin(lng, -180, 180) && isWithin(lat, -90, 90))
      ? []
      : ['bad-point' as const]),
    ...(contactPhone === '' || /^\+?[\d-]{5,20}$/.test(contactPhone) ? [] : ['bad-phone' as const]),
    ...(isLong ? ['too-long' as const] : []),
  ];
}

const isWithin = (words: string, least: number, most: number): boolean =>
  /^-?\d+(\.\d+)?$/.test(words) && Number(words) >= least && Number(words) <= most;

const siteOf = (row: SheetRow): SiteInput => ({
  address: row.address,
  areaCode: row.area,
  building: row.building,
  kind: row.kind,
  legalState: row.legalState,
  measure: row.measure,
  sizeM2: row.size === '' ? null : Number(row.size),
  point: row.lng === '' ? null : { lng: Number(row.lng), lat: Number(row.lat) },
  contact: { name: row.contactName, phone: row.contactPhone },
  orderIds: [],
  ...(row.unit !== '' && { unit: row.unit }),
  ...(row.planOn !== '' && { planOn: row.planOn }),
});
