import { isUrgent } from '@minsheng/contract/words/order.ts';
import { sendByRule } from '../modules/dispatch/index.ts';
import { receiveAppeal } from '../modules/intake/index.ts';
import * as learning from '../modules/learning/index.ts';
import * as matters from '../modules/matters/index.ts';
import * as orders from '../modules/orders/index.ts';
import type { Context } from '../platform/context.ts';
import type { Mapping, ReadRow } from './mapping.ts';

export interface ImportedRow {
  readonly row: ReadRow;
  readonly ref: string;
  readonly defaults: Mapping['defaults'];
  /** Told more than a day ago: what was urgent then is over, one way or the other. */
  readonly isPast: boolean;
}

/**
 * 导入一件: written at its own past instant, waiting for acceptance. Nobody is told and no alarm is set: what is years
 * old is no emergency of tonight. Answers the order and whether its words named a matter.
 */
export async function importRow(
  ctx: Context,
  { row, ref, defaults, isPast }: ImportedRow,
): Promise<{ orderId: string; isSure: boolean }> {
  const [named, area] = await Promise.all([
    matterNamed(ctx, row),
    learning.areaSaid(ctx, [row.place, row.title ?? '', row.content].join('。')),
  ]);
  const matter = await matters.matter(ctx, named ?? defaults.matter);
  const type = row.type ?? matter.type;
  const { order } = await receiveAppeal(ctx, {
    status: 'to-accept',
    channel: 'import',
    type,
    matterCode: matter.code,
    areaCode: area ?? ctx.city.code,
    urgency: isPast && isUrgent(matter.urgency) ? 'U3' : matter.urgency,
    secrecy: type === 'JB' ? 1 : 0,
    anonymous: row.phone === null,
    title: row.title ?? undefined,
    content: row.content,
    address: row.address,
    requester: {
      kind: 'person',
      isSelf: true,
      tags: [],
      name: row.name ?? undefined,
      phone: row.phone ?? undefined,
    },
    fileIds: [],
    more: { source_ref: ref },
    data: { imported: true, guessed: row.matter === null && named !== null },
  });
  return { orderId: order.id, isSure: named !== null };
}

/** What the row says it is about, or its words name; null when neither does. */
export async function matterNamed(ctx: Context, row: ReadRow): Promise<string | null> {
  return row.matter ?? (await matters.namedIn(ctx, `${row.title ?? ''}。${row.content}`));
}

/** 按目录派单, now: accepted by rule, checked by a person afterwards; what the catalogue cannot send waits on the dispatch desk. */
export async function dispatchImported(ctx: Context, orderId: string): Promise<boolean> {
  const waiting = await orders.lock(ctx, orderId);
  const order = await orders.advance(ctx, waiting, 'accept-by-rule', {
    set: { result: 'dispatch', accepted_by_rule: true, to_check: true },
    data: { result: 'dispatch', imported: true },
  });
  return sendByRule(ctx, order);
}
