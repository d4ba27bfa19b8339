import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';
import { acceptCandidate } from './accept-candidate.ts';
import { addNode } from './open-node.ts';
import { readNodeBoard } from './read-board.ts';

const many = 12_000;
/** Of all objects together. */
const most = 4_000;

/** Rows of texts taken up one by one in this transaction. */
async function textsRead(ctx: Context): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select coalesce(sum(idx_tup_fetch + seq_tup_read), 0)::integer as read
    from pg_stat_xact_user_tables
    where schemaname = 'orders' and relname ~ '^text_\\d{4}_\\d{2}$'`.execute(ctx.tx);
  return rows[0]?.read ?? 0;
}

test(
  'the board reads the newest appeals of all objects together, and says of which it read no more',
  inCity(async ({ ctx, as, clock }) => {
    const analyst = as('analyst');
    const today = dayOf(clock.now().getTime(), ctx.city.zone);
    const { nodeId } = await analyst.do(addNode, {
      ...{ name: '示例灯会', family: 'holiday', first: today, last: today },
      ...{ daysBefore: 0, daysAfter: 1, areas: [], matters: [] },
    });
    for (const name of ['旧工单', '工单旧', '石桥灯会'])
      await analyst.do(acceptCandidate, {
        ...{ nodeId, name, areaCode: '350602', names: [name], aliases: [], things: [] },
        reason: '往年多有反映',
      });
    await manyOrders(ctx, many);
    clock.set(new Date(clock.now().getTime() + 6 * 3_600_000));
    const tables = ['orders.order', 'orders.text', 'orders.search'];
    const before = [await rowsScanned(ctx, tables), await textsRead(ctx)] as const;
    const board = await analyst.do(readNodeBoard, { nodeId });
    const share = Math.floor(most / 3);
    expect(board.readCap).toBe(share);
    const rows = new Map(board.rows.map((row) => [row.name, [row.orders, row.isCapped]]));
    expect(rows).toEqual(
      new Map([
        ['旧工单', [share, true]],
        ['工单旧', [0, false]],
        ['石桥灯会', [0, false]],
      ]),
    );
    expect((await rowsScanned(ctx, tables)) - before[0]).toBe(0);
    // Each as it was told and with what was added to it.
    const read = (await textsRead(ctx)) - before[1];
    expect(read).toBeGreaterThan(share);
    expect(read).toBeLessThanOrEqual(2 * most);
  }),
  60_000,
);
