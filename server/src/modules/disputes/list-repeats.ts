import type { disputes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import * as identity from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { repeatsByUnit, repeatsIn } from './repeats.repo.ts';

/**
 * 重复退单 of some days, by the day of the ruling (domain 2.6.7): units first, then the orders. A secret one is counted
 * and not shown to whom it does not concern.
 */
export async function listRepeats(
  ctx: Context,
  { from, to, unit, cursor }: InputOf<typeof contract.listRepeats>,
): Promise<ReplyOf<typeof contract.listRepeats>> {
  const wanted = {
    from: dayStart(from, ctx.city.zone),
    until: dayEnd(to, ctx.city.zone),
    unit: unit ?? null,
  };
  const [read, counts] = await Promise.all([
    repeatsIn(ctx, wanted, placeOf(cursor)),
    repeatsByUnit(ctx, wanted),
  ]);
  const { shown, next } = cutPage(read.map((one) => ({ ...one, by: one.ruledAt.toISOString() })));
  const ids = [...new Set(shown.map(({ id }) => id))];
  const visible = await orders.visibleAmong(ctx, ids);
  const seen = shown.filter(({ id }) => visible.has(id));
  const [rows, units, names] = await Promise.all([
    orders.rowsFor(ctx, [...visible]),
    organisation.unitsIfKnown(ctx, [
      ...new Set([...seen, ...counts].map(({ unitCode }) => unitCode)),
    ]),
    identity.accountNames(
      ctx,
      seen.map(({ ruledBy }) => ruledBy),
    ),
  ]);
  const brief = (code: string) => organisation.briefOf(units, code);
  return {
    units: counts.map(({ unitCode, count }) => ({ unit: brief(unitCode), count })),
    rows: seen.flatMap((one) => {
      const order = rows.find(({ id }) => id === one.id);
      return order
        ? [
            {
              order,
              unit: brief(one.unitCode),
              reason: one.reason,
              basis: one.basis,
              askedAt: one.askedAt.toISOString(),
              rejectedBeforeAt: one.rejectedBefore.toISOString(),
              ruledAt: one.ruledAt.toISOString(),
              ruledBy: names.get(one.ruledBy ?? '') ?? '',
            },
          ]
        : [];
    }),
    hidden: shown.length - seen.length,
    next,
    shownCap: pageRows,
  };
}
