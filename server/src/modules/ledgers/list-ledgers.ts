import type { ledgers as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { dayOf } from '../../platform/zone.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import type { Ledger } from './ledger.ts';
import { latest, noSums, sumsOf } from './ledgers.repo.ts';

type Reply = ReplyOf<typeof contract.listLedgers>;
export type LedgerRow = Reply['rows'][number];

/** 台账列表, the latest first. */
export async function listLedgers(
  ctx: Context,
  { box, cursor }: InputOf<typeof contract.listLedgers>,
): Promise<Reply> {
  const before = placeOf(cursor)?.id ?? null;
  const read = await latest(ctx, { box, before, most: pageRows + 1 });
  const { shown, next } = cutPage(
    read.map((row) => ({ ...row, by: row.founded_at.toISOString() })),
  );
  return { rows: await ledgerRows(ctx, shown), next, shownCap: pageRows };
}

export async function ledgerRows(ctx: Context, ledgers: readonly Ledger[]): Promise<LedgerRow[]> {
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const [sums, units, names, areas] = await Promise.all([
    sumsOf(ctx, ledgers, today),
    organisation.unitsIfKnown(ctx, [...new Set(ledgers.map(({ unit_code }) => unit_code))]),
    matters.matterNames(ctx, [...new Set(ledgers.map(({ matter_code }) => matter_code))]),
    organisation.areaNames(ctx, [...new Set(ledgers.map(({ area_code }) => area_code))]),
  ]);
  return ledgers.map((ledger) => ({
    id: ledger.id,
    name: ledger.name,
    matterCode: ledger.matter_code,
    matterName: names.get(ledger.matter_code) ?? ledger.matter_code,
    areaName: areas.get(ledger.area_code) || ctx.city.name,
    pathName: ledger.path.name,
    unit: organisation.briefOf(units, ledger.unit_code),
    planOn: ledger.plan_on,
    foundedAt: ledger.founded_at.toISOString(),
    closedAt: ledger.closed_at?.toISOString() ?? null,
    sums: sums.get(ledger.id) ?? noSums,
  }));
}
