import type { notices as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { unitNames } from '../organisation/index.ts';
import { templates } from './messages.repo.ts';
import { ofOrder } from './troubled.repo.ts';
import { gistOf } from './troubled.ts';

const mostShown = 100;

/** 外发记录 of an order: what went to whom by which way, and what became of it; `unitCode`: of that unit alone. */
export async function noticesOf(
  ctx: Context,
  orderId: string,
  unitCode: string | null,
): Promise<ReplyOf<typeof contract.ofOrder>> {
  const rows = await ofOrder(ctx, orderId, { unitCode, limit: mostShown });
  const words = await templates(ctx);
  const codes = new Set(rows.flatMap(({ unit_code }) => unit_code ?? []));
  const names = await unitNames(ctx, [...codes]);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      channel: row.channel,
      state: row.state,
      unitName: row.unit_code ? (names.get(row.unit_code) ?? row.unit_code) : null,
      gist: gistOf(words.get(row.template) ?? ''),
      at: (row.sent_at ?? row.made_at).toISOString(),
      receiptAt: row.receipt_at?.toISOString() ?? null,
      notBefore: row.state === 'waiting' ? row.not_before.toISOString() : null,
      error: row.error,
    })),
    shownCap: mostShown,
  };
}
