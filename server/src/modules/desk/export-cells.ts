import {
  appealTypeLabel,
  channelLabel,
  orderStatusLabel,
  urgencyLabel,
} from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import type { Cell } from '../../platform/sheet.ts';
import * as matters from '../matters/index.ts';
import type { OrderRow } from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';

/** One line of the export, in the order of its headings. */
export const cellsOf = (row: OrderRow, fields: string, zone: string): Cell[] => [
  row.orderNo,
  orderStatusLabel[row.status],
  appealTypeLabel[row.type],
  urgencyLabel[row.urgency],
  channelLabel[row.channel],
  row.title,
  row.matterName,
  row.areaName,
  row.address,
  wallTime(row.acceptedAt, zone),
  wallTime(row.dueAt, zone),
  row.leadUnit?.name ?? '',
  row.appealsInIssue,
  fields,
];

/** As the clock on the city's wall shows it. */
function wallTime(at: string | null, zone: string): Date | null {
  if (at === null) return null;
  const { on, time } = cityHour(new Date(at), zone);
  return new Date(`${on}T${time}Z`);
}

/** 事项要素 of each order in words; the centre sees all of them, units those that are for everybody. */
export async function fieldsOf(
  ctx: Context,
  rows: readonly OrderRow[],
): Promise<Map<string, string>> {
  const read = await sql<{ order_id: string; fields: Record<string, Json> }>`
    select distinct on (order_id) order_id, fields
    from orders.text
    where city_id = ${ctx.cityId} and order_id = any (${rows.map(({ id }) => id)}::uuid[]) and kind = 'appeal'
    order by order_id, no desc`.execute(ctx.tx);
  const values = new Map(read.rows.map(({ order_id, fields }) => [order_id, fields]));
  const who = ctx.actor.scope === 'all' ? 'centre' : 'all';
  const words = await Promise.all(
    rows.map(async ({ id, matterCode }) => {
      const shown = await matters.shownFields(ctx, matterCode, {
        values: values.get(id) ?? {},
        who,
      });
      return [id, shown.map(({ label, value }) => `${label}:${value}`).join(';')] as const;
    }),
  );
  return new Map(words);
}
