import type { publicLedger as contract } from '@minsheng/contract/public/ledger.ts';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Ledger, publicPage } from './ledger.repo.ts';
import { milestones } from './requests.repo.ts';

type Row = ReplyOf<typeof contract>['rows'][number];

/** 公开挂账 (domain 2.7): the words its approver let out, by township; no number, no person, no secret order. */
export async function publicLedger(
  ctx: Context,
  { state = 'open', cursor }: InputOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const read = await publicPage(ctx, { state, after: placeOf(cursor) });
  const { shown, next } = cutPage(
    read.map((one) => ({ ...one, by: one.parked_at.toISOString(), id: one.order_id })),
  );
  const facts = await orders.publicFacts(
    ctx,
    shown.map(({ order_id }) => order_id),
  );
  const [matterNames, areaNames, units] = await Promise.all([
    matters.matterNames(ctx, [...new Set(Array.from(facts.values(), (one) => one.matterCode))]),
    organisation.areaNames(ctx, [
      ...new Set(Array.from(facts.values(), (one) => organisation.townOf(one.areaCode))),
    ]),
    organisation.unitsIfKnown(ctx, [...new Set(shown.map(({ unit_code }) => unit_code))]),
  ]);
  return {
    rows: shown.flatMap((ledger) => {
      const order = facts.get(ledger.order_id);
      if (!order) return [];
      return [
        {
          matterName: matterNames.get(order.matterCode) ?? order.matterCode,
          areaName: areaNames.get(organisation.townOf(order.areaCode)) ?? ctx.city.name,
          unitName: organisation.briefOf(units, ledger.unit_code).name,
          ...shownOf(ledger, ctx.city.zone),
        },
      ];
    }),
    next,
    shownCap: pageRows,
  };
}

function shownOf(ledger: Ledger, zone: string) {
  const dayOf = (at: Date | null) => at && organisation.cityHour(at, zone).on;
  return {
    reason: ledger.reason,
    words: ledger.public_words,
    parkedOn: organisation.cityHour(ledger.parked_at, zone).on,
    reviewOn: dayOf(ledger.review_due_at),
    clearedOn: dayOf(ledger.cleared_at),
    milestones: milestones
      .parse(ledger.milestones)
      .map(({ what, dueOn, doneAt }) => ({ what, dueOn, isDone: doneAt !== null })),
  } satisfies Partial<Row>;
}
