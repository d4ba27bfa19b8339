import type { autoDispatch as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cursorId } from '../../platform/keyset.ts';
import { badInput } from '../../platform/refusal.ts';
import { dayStart } from '../../platform/zone.ts';
import * as orders from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';

const pageRows = 50;
const cursorForm = /^(\d{13})\.(.{36})$/;

/** 今日自动派出: for a look (抽查); what a person has put right since is no longer among them. */
export async function sentToday(
  ctx: Context,
  { cursor }: InputOf<typeof contract.sentToday>,
): Promise<ReplyOf<typeof contract.sentToday>> {
  const parts = cursor === undefined ? null : cursorForm.exec(cursor);
  if (cursor !== undefined && !parts) throw badInput(['cursor']);
  const sent = await orders.sentAutomatically(ctx, {
    since: dayStart(cityHour(ctx.now, ctx.city.zone).on, ctx.city.zone),
    before: parts ? { at: new Date(Number(parts[1])), id: cursorId(parts[2] ?? '') } : null,
    most: pageRows + 1,
  });
  const shown = sent.slice(0, pageRows);
  const last = sent.length > pageRows ? shown.at(-1) : undefined;
  const rows = await orders.orderRows(
    ctx,
    shown.map(({ id }) => id),
    'as-said',
  );
  return {
    rows,
    next: last ? `${last.at.getTime()}.${last.id}` : null,
    shownCap: pageRows,
  };
}
