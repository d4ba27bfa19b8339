import type { ledgers as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { putIn, refusePast } from './add-sites.ts';
import { appealsByWeek } from './appeals.repo.ts';
import { ledgerSubject } from './ledger.ts';
import { insert } from './ledgers.repo.ts';
import { pathOf } from './path.ts';
import { mayLead } from './policy.ts';
import { closedOrder } from './search-alike.ts';

export const baselineWeeks = 12;
const weekMs = 7 * 86_400_000;

/** 立账: from a closed order, with what was said of the matter in the twelve weeks before as its baseline. */
export async function foundLedger(
  ctx: Context,
  input: InputOf<typeof contract.foundLedger>,
): Promise<ReplyOf<typeof contract.foundLedger>> {
  demand(mayLead(ctx.actor));
  const { orderId, name, words, areaCode, planOn, sites } = input;
  const order = await closedOrder(ctx, orderId);
  refusePast(ctx, planOn);
  const [path, unit] = await Promise.all([
    pathOf(ctx, input.path),
    organisation.unit(ctx, input.unit),
    organisation.area(ctx, areaCode),
  ]);
  const matterCode = order.matter_code;
  const baseline = await baselineOf(ctx, { matterCode, areaCode });
  const id = ctx.newId();
  await insert(ctx, {
    id,
    name,
    path: JSON.stringify(path),
    words,
    matter_code: matterCode,
    area_code: areaCode,
    unit_code: unit.code,
    plan_on: planOn,
    from_order_id: orderId,
    ...baseline,
    last_no: 0,
    founded_by: ctx.actor.accountId,
    founded_at: ctx.now,
  });
  isNew(ctx, ledgerSubject(id));
  tell(ctx, ledgerSubject(id), 'ledgers.founded', {
    path: path.code,
    matter: matterCode,
    area: areaCode,
    unit: unit.code,
    order: orderId,
  });
  await putIn(ctx, { id, path, unit_code: unit.code, plan_on: planOn }, { sites, source: 'typed' });
  announce(ctx, 'ledgers');
  return { ledgerId: id };
}

/** 基线. Kept with the ledger: what is said later is held against it. */
async function baselineOf(ctx: Context, about: { matterCode: string; areaCode: string }) {
  const from = new Date(ctx.now.getTime() - baselineWeeks * weekMs);
  const { weeks, isCut } = await appealsByWeek(ctx, about, {
    from,
    to: ctx.now,
    weeksFrom: from,
  });
  const sum = (part: 'appeals' | 'repeats') => weeks.reduce((all, week) => all + week[part], 0);
  return {
    baseline_weeks: baselineWeeks,
    baseline_appeals: sum('appeals'),
    baseline_repeats: sum('repeats'),
    baseline_cut: isCut,
  };
}
