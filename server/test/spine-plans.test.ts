import { supervisionBoxes } from '@minsheng/contract/supervision.ts';
import { orderStatuses } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { counters } from '../src/modules/desk/counters.ts';
import { deskAssignments } from '../src/modules/desk/desk-assignments.ts';
import { deskOrders } from '../src/modules/desk/desk-orders.ts';
import { dutiesToName } from '../src/modules/desk/duties-to-name.ts';
import { orderPage } from '../src/modules/desk/order-page.ts';
import { searchOrders } from '../src/modules/desk/search-orders.ts';
import { listSupervisions } from '../src/modules/supervision/list-supervisions.ts';
import type { Context } from '../src/platform/context.ts';
import { inCity } from './kit.ts';
import { manyOrders } from './many-orders.ts';
import { rowsRead } from './what-was-read.ts';

const count = 20_000;
/** A page, what its rows need, and the hits a search counts: never a share of what there is. */
const mostRead = 2_500;

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const large = [
  'orders.order',
  'orders.text',
  'orders.search',
  'dispatch.assignment',
  'call_back.follow_up',
  'deferrals.ledger',
  'supervision.supervision',
  'warnings.appeal',
  'desk.delta',
];

/** Beside the closed orders: of everything else as many that are over, and a few that are open in every state. */
async function manyOfEverything(ctx: Context, warningId: string): Promise<void> {
  await manyOrders(ctx, count);
  await sql`
    update orders.order as o set status = states.status, closed_at = null, close_kind = null
    from many, (
      select status, row_number() over () as at from unnest(${[...orderStatuses]}::text[]) as status
      where status not in ('closed', 'archived', 'answered', 'disposed', 'transferred', 'withdrawn')) as states
    where o.id = many.id and many.no <= 200 and many.no % 20 = states.at`.execute(ctx.tx);
  await sql`update orders.order set to_check = true where id in (select id from many where no % 4000 = 1)`.execute(
    ctx.tx,
  );
  await sql`
    update dispatch.assignment as a
    set state = (array['sent', 'signed', 'to-sign-off', 'parked', 'submitted'])[1 + many.no % 5],
      unit_code = ${bureau.unitCode}, unit_path = ${bureau.unitPath},
      readers = case when many.no % 10 = 1 then '{}'::uuid[] end,
      stage_report_due_at = case when many.no % 5 = 1 then ${ctx.now}::timestamptz - interval '1 day' end,
      guard_reason_no = case when many.no % 10 = 2 then 1 end
    from many where a.order_id = many.id and many.no <= 100`.execute(ctx.tx);
  await sql`
    insert into call_back.follow_up (city_id, order_id, id, due_on, due_at, is_due, done_at)
    select ${ctx.cityId}, id, id, at::date, at, true, case when no % 4000 <> 1 then at end from many`.execute(
    ctx.tx,
  );
  await sql`
    insert into deferrals.ledger
      (city_id, order_id, unit_code, unit_path, reason, public_words, milestones, parked_at, state, review_due_at,
       is_review_late)
    select ${ctx.cityId}, id, unit, '350600/' || unit, '', '', '[]', at,
      case when no <= 200 then 'open' else 'cleared' end, at, no <= 200
    from many`.execute(ctx.tx);
  await sql`
    insert into supervision.supervision
      (city_id, order_id, no, id, level, state, trigger, round, assignment_id, unit_code, unit_path, sort_at, made_at,
       opened_at, closed_at)
    select ${ctx.cityId}, id, 1, id, 'S1',
      case when no > 20 then 'lapsed' else (array['proposed', 'open', 'answered', 'closed'])[1 + no % 4] end,
      'due', 0, id, unit, '350600/' || unit, at, at, at,
      case when no > 20 or no % 4 = 3 then at end
    from many`.execute(ctx.tx);
  await sql`
    insert into warnings.appeal (city_id, warning_id, order_id, is_lead)
    select ${ctx.cityId}, case when no <= 20 then ${warningId}::uuid else id end, id, true from many`.execute(
    ctx.tx,
  );
  await sql`
    insert into desk.delta (city_id, key, delta)
    select ${ctx.cityId}, 'other:' || no % 500, 1 from many`.execute(ctx.tx);
  await sql`analyze`.execute(ctx.tx);
}

/** What it read of these tables, by an index or without. */
async function readBy(ctx: Context, act: () => Promise<unknown>) {
  const before = await rowsRead(ctx, large);
  await act();
  const after = await rowsRead(ctx, large);
  return { scanned: after.scanned - before.scanned, all: after.all - before.all };
}

/** The same without these indexes, which are there again afterwards. */
async function readWithout(ctx: Context, drops: readonly string[], act: () => Promise<unknown>) {
  await sql`savepoint planted`.execute(ctx.tx);
  for (const drop of drops) await sql.raw(drop).execute(ctx.tx);
  const read = await readBy(ctx, act);
  await sql`rollback to savepoint planted`.execute(ctx.tx);
  return read;
}

const index = (...names: readonly string[]) => names.map((name) => `drop index ${name}`);
const key = (table: string, name: string) => [
  `alter table ${table} drop constraint ${name} cascade`,
];

/** Where several indexes can serve, all of them but the key. */
const allOf = (table: string) => [
  `do $$
   declare found text;
   begin
     for found in
       select indexrelid::regclass from pg_index where indrelid = '${table}'::regclass and not indisprimary
     loop
       execute 'drop index ' || found;
     end loop;
   end $$`,
];

const byUnit = allOf('dispatch.assignment');
const bySupervision = allOf('supervision.supervision');
const byStatus = index('orders.order_open_by_status');
const byStatusOrDue = index('orders.order_open_by_status', 'orders.order_due');

test(
  'every list, page and search of the spine reads its rows by an index, and shows it when that index is gone',
  { timeout: 300_000 },
  inCity(async ({ anOrder, as, ctx }) => {
    const orderId = await anOrder.forCallBack();
    const warningId = ctx.newId();
    await manyOfEverything(ctx, warningId);
    const [one] = (
      await sql<{ order_no: string; issue_id: string }>`
      select order_no, issue_id from orders.order where id = ${orderId}::uuid`.execute(ctx.tx)
    ).rows;
    const unit = as('handler', bureau);
    const leader = as('unit-leader', bureau);
    const orders =
      (who: 'agent' | 'dispatcher' | 'reviewer' | 'shift-lead' | 'call-back-agent') =>
      (desk: Parameters<typeof deskOrders>[1]['desk']) =>
      () =>
        as(who).do(deskOrders, { desk });
    const duties = (who: typeof unit, desk: Parameters<typeof deskAssignments>[1]['desk']) => () =>
      who.do(deskAssignments, { desk });
    const search = (filters: Parameters<typeof searchOrders>[1]) => () =>
      as('director').do(searchOrders, filters);
    const ofAgent = orders('agent');
    const ofDispatcher = orders('dispatcher');
    const ofLead = orders('shift-lead');

    const queries: readonly (readonly [string, () => Promise<unknown>, readonly string[]])[] = [
      ...(['to-accept', 'in-transfer', 'need-info'] as const).map(
        (desk) => [desk, ofAgent(desk), byStatusOrDue] as const,
      ),
      ...(['to-dispatch', 'in-progress', 'in-dispute', 'merged'] as const).map(
        (desk) => [desk, ofDispatcher(desk), byStatusOrDue] as const,
      ),
      ['reply-review', orders('reviewer')('reply-review'), byStatus],
      ['call-back', orders('call-back-agent')('call-back'), byStatus],
      ['parked', ofLead('parked'), byStatus],
      ['to-check', ofLead('to-check'), index('orders.order_to_check')],
      ['follow-up', orders('call-back-agent')('follow-up'), index('call_back.follow_up_due')],
      ['ledger-late', ofLead('ledger-late'), [...allOf('deferrals.ledger'), ...byStatusOrDue]],
      ['report-late', ofLead('report-late'), [...byUnit, ...byStatusOrDue]],
      ...(['unit-sent', 'unit-working', 'unit-parked', 'unit-submitted'] as const).map(
        (desk) => [desk, duties(unit, desk), byUnit] as const,
      ),
      ['unit-sign-off', duties(leader, 'unit-sign-off'), byUnit],
      ['unit-to-name', () => unit.do(dutiesToName, {}), byUnit],
      ['counters', () => as('dispatcher').do(counters, undefined), key('desk.delta', 'delta_pkey')],
      ['counters of a unit', () => unit.do(counters, undefined), key('desk.delta', 'delta_pkey')],
      ['order page', () => as('agent').do(orderPage, { orderId }), key('orders.text', 'text_pkey')],
      ['search by words', search({ q: 'w77' }), index('orders.search_words')],
      ['search by pairs', search({ q: '无此词' }), index('orders.search_bigrams')],
      ['search by number', search({ q: one?.order_no ?? '' }), index('orders.order_by_no')],
      ['search by issue', search({ issue: one?.issue_id ?? '' }), index('orders.order_by_issue')],
      ['search by status', search({ status: 'to-dispatch' }), byStatus],
      ['search of overdue', search({ overdue: 'yes' }), byStatusOrDue],
      [
        'search by closing day',
        search({ closedOn: '2026-01-05' }),
        index('orders.order_closed', 'orders.order_closed_of_matter'),
      ],
      [
        'search by override',
        search({ overrideSince: '2026-03-01' }),
        index('dispatch.assignment_override'),
      ],
      ['search by warning', search({ warning: warningId }), key('warnings.appeal', 'appeal_pkey')],
      ['search by unit', search({ unit: bureau.unitCode }), byUnit],
      ['search of a unit', () => unit.do(searchOrders, {}), byUnit],
      ...supervisionBoxes.map(
        (box) =>
          [
            `supervision ${box}`,
            () => as('supervisor').do(listSupervisions, { box }),
            bySupervision,
          ] as const,
      ),
      [
        'supervision of a level',
        () => as('supervisor').do(listSupervisions, { box: 'open', level: 'S1' }),
        bySupervision,
      ],
    ];
    const wrong: string[] = [];
    for (const [name, act, drops] of queries) {
      const { scanned, all } = await readBy(ctx, act);
      if (scanned > 0 || all > mostRead) wrong.push(`${name}: ${scanned} without index of ${all}`);
      const planted = await readWithout(ctx, drops, act);
      if (planted.all < mostRead) wrong.push(`${name}: without its index only ${planted.all}`);
    }
    expect(wrong).toEqual([]);
  }),
);
