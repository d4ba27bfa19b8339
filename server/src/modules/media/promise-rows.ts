import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cursorId, pageRows } from '../../platform/keyset.ts';
import { badInput } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { daysOf } from './days.repo.ts';
import { resultsOf } from './order-results.repo.ts';
import { type Promised, type PromiseKey, promisesIn } from './promises.repo.ts';

type Reply = ReplyOf<typeof contract.listPromises>;
type Row = Reply['rows'][number];

/** 承诺清单 behind a number. */
export async function listPromises(
  ctx: Context,
  { box, cursor }: InputOf<typeof contract.listPromises>,
): Promise<Reply> {
  const read = await promisesIn(ctx, { box, after: keyOf(cursor), most: pageRows + 1 });
  const shown = read.slice(0, pageRows);
  const last = shown.at(-1);
  return {
    rows: await promiseRows(ctx, shown),
    next: read.length > pageRows && last ? `${last.no}~${last.day_id}` : null,
    shownCap: pageRows,
  };
}

const cursorForm = /^(\d{1,4})~(.{36})$/;

function keyOf(cursor: string | undefined): PromiseKey | null {
  if (cursor === undefined) return null;
  const [, no, dayId] = cursorForm.exec(cursor) ?? [];
  if (no === undefined || dayId === undefined) throw badInput(['cursor']);
  return { dayId: cursorId(dayId), no: Number(no) };
}

export async function promiseRows(ctx: Context, promises: readonly Promised[]): Promise<Row[]> {
  const ids = promises.map(({ order_id }) => order_id);
  const [days, results, seen, units, names] = await Promise.all([
    daysOf(ctx, [...new Set(promises.map(({ day_id }) => day_id))]),
    resultsOf(ctx, ids),
    orders.visibleAmong(ctx, ids),
    organisation.unitsIfKnown(
      ctx,
      promises.map(({ unit_code }) => unit_code),
    ),
    accountNames(
      ctx,
      promises.map(({ closed_by }) => closed_by),
    ),
  ]);
  const byId = new Map(days.map((day) => [day.id, day]));
  return promises.flatMap((one) => {
    const day = byId.get(one.day_id);
    if (!day) return [];
    return [
      {
        ...{ dayId: one.day_id, no: one.no, leader: day.leader, words: one.words },
        startsAt: day.starts_at.toISOString(),
        orderId: one.order_id,
        orderNo: results.get(one.order_id)?.orderNo ?? '',
        mayOpen: seen.has(one.order_id),
        unit: organisation.briefOf(units, one.unit_code),
        dueAt: one.due_at.toISOString(),
        isLate: (one.closed_at ?? ctx.now) > one.due_at,
        taskId: one.task_id,
        taskNo: `${one.task_year}-${one.task_number}`,
        taskState: one.task_state,
        closing: closingOf(one, names),
      },
    ];
  });
}

function closingOf(
  { result, closed_words: words, closed_by: by, closed_at: at }: Promised,
  names: ReadonlyMap<string, string>,
): Row['closing'] {
  if (result === null || at === null) return null;
  return { result, words: words ?? '', by: names.get(by ?? '') ?? '', at: at.toISOString() };
}
