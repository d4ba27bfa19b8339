import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { leaningNames, likelyMove, moves } from '../../../test/random-walk/moves.ts';
import { NothingToDo } from '../../../test/random-walk/unit-moves.ts';
import { walkOf } from '../../../test/random-walk/walk.ts';
import { acceptByRule, checkAccepted } from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import './index.ts';

interface Counted {
  key: string;
  count: number;
}

async function kept(ctx: Context): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select key, sum(part)::integer as count
    from (
      select key, count as part from desk.counter where city_id = ${ctx.cityId}
      union all
      select key, delta from desk.delta where city_id = ${ctx.cityId}
    ) as parts
    group by key having sum(part) <> 0 order by key collate "C"`.execute(ctx.tx);
  return rows;
}

/** The same figures by counting every row: what a desk must never do, and a test may. */
async function real(ctx: Context): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with marks as (
      select 'order:' || status || case when secrecy = 3 then ':secret' else '' end as key
      from orders.order
      where city_id = ${ctx.cityId}
        and status in ('to-accept', 'in-transfer', 'to-dispatch', 'in-progress', 'in-dispute',
          'need-info', 'parked', 'merged', 'reply-review', 'call-back')
      union all
      select 'order:to-check' || case when secrecy = 3 then ':secret' else '' end
      from orders.order where city_id = ${ctx.cityId} and to_check
      union all
      select 'order:follow-up' || case when o.secrecy = 3 then ':secret' else '' end
      from call_back.follow_up as f
      join orders.order as o on o.city_id = f.city_id and o.id = f.order_id
      where f.city_id = ${ctx.cityId} and f.is_due and f.done_at is null
      union all
      select who || ':' || case
        when readers = '{}' then 'unit-to-name'
        when state = 'sent' then 'unit-sent'
        when state = 'parked' then 'unit-parked'
        when state = 'submitted' then 'unit-submitted'
        when state in ('to-sign-off', 'return-to-sign') then 'unit-sign-off'
        else 'unit-working' end
      from dispatch.assignment,
        lateral (
          select 'unit:' || unit as who from unnest(string_to_array(unit_path, '/')) as unit
          where readers is null or readers = '{}'
          union all
          select 'reader:' || reader from unnest(readers) as reader
        ) as each
      where city_id = ${ctx.cityId}
        and (state in ('sent', 'to-sign-off', 'return-to-sign', 'parked', 'submitted')
          or (state in ('signed', 'contacted', 'delegated', 'return-asked') and role <> 'copy'))
    )
    select key, count(*)::integer as count from marks group by key order by key collate "C"`.execute(
    ctx.tx,
  );
  return rows;
}

const lives = fc.array(
  fc.record({
    matterCode: fc.constantFrom('010105', '020103'),
    urgency: fc.constantFrom('U3', 'U2', 'U1' as const),
    secrecy: fc.constantFrom(0, 1, 3 as const),
    leaning: fc.constantFrom(...leaningNames),
    picks: fc.array(fc.nat(2 ** 24), { minLength: 10, maxLength: 35 }),
  }),
  { minLength: 2, maxLength: 4 },
);
const seed = Number(process.env.WALK_SEED ?? 12345);
/** Several orders each; `npm run long` lives many more. */
const lifeCount = Math.ceil(Number(process.env.WALK_RUNS ?? 56) / 4);
const msPerLife = 18_000;

test('after any lives of any orders each counter is what counting the rows gives', {
  timeout: lifeCount * msPerLife,
}, async () => {
  const moved = new Set<string>();
  const property = fc.asyncProperty(lives, async (each) => {
    await inCity(async ({ anOrder, ...kit }) => {
      for (const { picks, matterCode, leaning, ...how } of each) {
        const place = { matterCode, areaCode: '350626100000' };
        const { id } = await anOrder.waiting({ ...place, ...how });
        // 特急: nobody took it; afterwards somebody may look at what the rule did.
        if (how.urgency === 'U1') await kit.system.do(acceptByRule, id);
        if (how.urgency === 'U1' && (picks[0] ?? 0) % 3 === 0)
          await kit.as('shift-lead').do(checkAccepted, { orderId: id, isRight: true, note: '' });
        const walk = walkOf(kit, {
          orderId: id,
          matterCode,
          isSecret: how.secrecy === 3,
        });
        for (const pick of picks) {
          const { status } = await walk.standing();
          const isNaming = how.secrecy === 3 && pick % 3 === 0;
          await moves[isNaming ? 'name-readers' : likelyMove(status, pick, leaning)](
            walk,
            pick >> 8,
          ).catch((error) => {
            if (!(error instanceof Refusal || error instanceof NothingToDo)) throw error;
          });
        }
      }
      await kit.travelTo(new Date(kit.clock.now().getTime() + 40 * 86_400_000));
      await kit.drain();
      const counted = await kept(kit.ctx);
      for (const { key } of counted) {
        moved.add(key.split(':').slice(-2).join(':'));
        if (key.startsWith('reader:')) moved.add('reader');
      }
      expect(counted).toEqual(await real(kit.ctx));
    })();
  });
  await fc.assert(property, { numRuns: lifeCount, seed });
  // Lives that never get anywhere prove nothing.
  for (const key of [
    'order:in-progress',
    'order:to-check',
    '350626:unit-sent',
    '350626:unit-to-name',
  ])
    expect([...moved]).toContain(key);
  expect([...moved]).toContain('reader');
});
