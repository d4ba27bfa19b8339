import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';

const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});
const manhole = { matterCode: '010101', areaCode: '350602001000' };

interface Row {
  order_id: string;
  issue_id: string;
  state: string;
  reasons: string[];
  score: number;
}
const proposalsIn = async (ctx: Context): Promise<Row[]> =>
  (
    await sql<Row>`
      select order_id, issue_id, state, reasons, score from issues.proposal
      where city_id = ${ctx.cityId} order by order_id, score desc`.execute(ctx.tx)
  ).rows;

test(
  'what another tells of the same thing is proposed to join it, with reasons, and nothing else is',
  inCity(async ({ ctx, anOrder, drain }) => {
    const first = await anOrder.toDispatch({
      ...from('one'),
      ...manhole,
      title: '胜利路井盖缺失',
      content: '胜利路农业银行门口的井盖不见了,昨晚有人差点掉下去。',
      address: '胜利路农业银行门口',
    });
    await anOrder.toDispatch({
      ...from('two'),
      content: '路口的路灯坏了三天,晚上很暗。',
      address: '胜利路口',
    });
    await anOrder.toDispatch({
      ...from('three'),
      ...manhole,
      title: '新华路井盖响',
      content: '新华路邮局对面的井盖松动,车一过就响,吵得睡不着。',
      address: '新华路邮局对面',
    });
    await drain();
    expect(await proposalsIn(ctx)).toEqual([]);
    const again = await anOrder.toDispatch({
      ...from('four'),
      ...manhole,
      title: '井盖没了',
      content: '农业银行前面胜利路上少了一个井盖,很危险,希望马上处理。',
      address: '胜利路',
    });
    await drain();
    console.log(JSON.stringify(await proposalsIn(ctx)));
    expect(await proposalsIn(ctx)).toMatchObject([
      { order_id: again.id, issue_id: first.issue_id, state: 'proposed' },
    ]);
  }),
);
