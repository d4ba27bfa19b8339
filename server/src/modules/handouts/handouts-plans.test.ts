import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import { newId } from '../../platform/ids.ts';
import { ofOrder } from './list-handouts.ts';
import { sendHandout } from './send-handout.ts';

const many = 20_000;

test(
  'among many what went out about one order is found by its index, and sent without reading the others',
  inCity(async ({ ctx, as, anOrder }) => {
    const { id: orderId } = await anOrder.toDispatch();
    await sql`
      insert into handouts.handout (city_id, id, key_hash, order_id, entry_code, title, digest, message_id, sent_at, expires_at)
      select ${ctx.cityId}, overlay(${newId(new Date(ctx.now.getTime() + 3_600_000))} placing lpad(to_hex(n), 12, '0') from 25)::uuid, '\\x00', gen_random_uuid(),
        'ZZ-0101-01', '示例', '\\x00', gen_random_uuid(), ${ctx.now}, ${ctx.now}
      from generate_series(1, ${many}) as n`.execute(ctx.tx);
    await sql`analyze handouts.handout`.execute(ctx.tx);
    const before = await rowsScanned(ctx, ['handouts.handout']);
    const agent = as('agent');
    await agent.do(sendHandout, { code: 'ZZ-0601-01', orderId });
    expect((await agent.do(ofOrder, { orderId })).rows).toHaveLength(1);
    expect((await rowsScanned(ctx, ['handouts.handout'])) - before).toBe(0);
  }),
  60_000,
);
