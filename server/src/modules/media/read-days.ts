import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { callsOf, type Day, findDay, latestDays, sumsOfDays } from './days.repo.ts';
import { resultsOf } from './order-results.repo.ts';
import { mayPlan } from './policy.ts';
import { promiseRows } from './promise-rows.ts';
import { countPromises, promisesOfDay } from './promises.repo.ts';

type List = ReplyOf<typeof contract.listDays>;
type Row = List['rows'][number];
type Reply = ReplyOf<typeof contract.readDay>;

/** 接听日列表, the latest planned first. */
export async function listDays(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listDays>,
): Promise<List> {
  const before = placeOf(cursor)?.id ?? null;
  const read = await latestDays(ctx, { before, most: pageRows + 1 });
  const { shown, next } = cutPage(
    read.map((day) => ({ ...day, by: day.planned_at.toISOString() })),
  );
  return {
    rows: await dayRows(ctx, shown),
    next,
    shownCap: pageRows,
    counts: await countPromises(ctx),
    can: { plan: mayPlan(ctx.actor).allowed },
  };
}

async function dayRows(ctx: Context, days: readonly Day[]): Promise<Row[]> {
  const beside = await besideOf(ctx, days);
  return days.map((day) => rowOf(day, beside));
}

const besideOf = async (ctx: Context, days: readonly Day[]) => ({
  sums: await sumsOfDays(
    ctx,
    days.map(({ id }) => id),
  ),
  units: await organisation.unitsIfKnown(
    ctx,
    days.map(({ unit_code }) => unit_code),
  ),
});

function rowOf(day: Day, { sums, units }: Awaited<ReturnType<typeof besideOf>>): Row {
  const { calls = 0, promises = 0, open = 0 } = sums.get(day.id) ?? {};
  return {
    ...{ id: day.id, leader: day.leader, theme: day.theme, state: day.state },
    unit: organisation.briefOf(units, day.unit_code),
    startsAt: day.starts_at.toISOString(),
    endsAt: day.ends_at.toISOString(),
    ...{ calls, promises, promisesOpen: open },
  };
}

/** 一个接听日: calls and promises. */
export async function readDay(
  ctx: Context,
  { dayId }: InputOf<typeof contract.readDay>,
): Promise<Reply> {
  const day = await findDay(ctx, dayId);
  const [calls, promises, beside] = await Promise.all([
    callsOf(ctx, dayId),
    promisesOfDay(ctx, dayId),
    besideOf(ctx, [day]),
  ]);
  const ids = calls.map(({ order_id }) => order_id);
  const [results, seen] = await Promise.all([resultsOf(ctx, ids), orders.visibleAmong(ctx, ids)]);
  const called: Reply['called'] = calls.flatMap(({ no, order_id: orderId, note }) => {
    const result = results.get(orderId);
    if (!result) return [];
    const { orderNo, status } = result;
    return [{ no, orderId, orderNo, status, note, mayOpen: seen.has(orderId) }];
  });
  return {
    ...rowOf(day, beside),
    endedWords: day.ended_words,
    called,
    promised: await promiseRows(ctx, promises),
    can: { lead: mayPlan(ctx.actor).allowed },
  };
}
