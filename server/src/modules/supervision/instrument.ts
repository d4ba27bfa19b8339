import type { Instrument } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { draftLetter } from '../letters/index.ts';
import * as matters from '../matters/index.ts';
import type { Order } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import type { Supervision } from './supervisions.repo.ts';
import { letterWords } from './text.ts';

/** 文书模板 of the ways to supervise that are a letter to the unit. */
const templates: Partial<Record<Instrument, string>> = {
  notice: 'supervision-notice',
  'work-reminder': 'work-reminder',
  circular: 'circular',
};

interface Making {
  order: Order;
  one: Supervision;
  demands: string;
}

/**
 * 督办文书: drafted with the supervision, approved and numbered by a second person, sent, signed for, answered: the letter
 * goes its own way. Of an order of named readers nothing is written down for others to read.
 */
export async function makeInstrument(
  ctx: Context,
  { order, one, demands }: Making,
): Promise<{ letter_id: string | null }> {
  const template = one.instrument && templates[one.instrument];
  if (!template || order.secrecy === 3) return { letter_id: null };
  const [names, matterNames] = await Promise.all([
    organisation.unitNames(ctx, [one.unit_code]),
    matters.matterNames(ctx, [order.matter_code]),
  ]);
  const due = order.due_at && organisation.cityHour(order.due_at, ctx.city.zone).on;
  const { letterId } = await draftLetter(ctx, {
    template,
    slots: {
      subject: letterWords.subject(order.order_no),
      facts: letterWords.facts({
        orderNo: order.order_no,
        matter: matterNames.get(order.matter_code) ?? '',
        unit: names.get(one.unit_code) ?? one.unit_code,
        due: due ?? '',
        isLate: order.due_at !== null && order.due_at < ctx.now,
      }),
      demands,
    },
    toUnits: [one.unit_code],
    concern: { kind: 'order', id: order.id },
  });
  return { letter_id: letterId };
}
