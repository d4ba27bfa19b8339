import type { conduct as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { attemptsOf } from '../call-back/index.ts';
import * as orders from '../orders/index.ts';
import { ordersOfIndex } from '../requesters/index.ts';
import { type Mark, marksOf } from './marks.repo.ts';

type Earlier = ReplyOf<typeof contract.readMark>['earlier'];

export interface Past extends Earlier {
  hasEmergency: boolean;
}

const looked = 20;
const warnedDays = 30;
const dayMs = 86_400_000;

/**
 * 以前的诉求解决了没有: a person whose matter is not solved rings often. Anonymous and named-reader orders are counted and
 * not shown: beside a number that rings they would be anonymous no longer (domain 2.11).
 */
export async function earlierOf(ctx: Context, numberIndex: Buffer): Promise<Past> {
  const ids = await ordersOfIndex(ctx, numberIndex, looked);
  const rows = await orders.orderRows(ctx, ids, 'as-said');
  const told = await Promise.all(
    rows.map(async (row) => {
      const last = (await attemptsOf(ctx, row.id)).findLast(({ reached }) => reached);
      const solved = last?.solved ?? null;
      return { row, solved, isOpen: orders.isOpen(row.status) };
    }),
  );
  const unsolved = told.filter(isUnsolved);
  return {
    orders: told
      .filter(({ row }) => row.secrecy < 2)
      .map(({ row, solved, isOpen }) => ({
        orderId: row.id,
        orderNo: row.orderNo,
        title: row.title,
        status: row.status,
        isOpen,
        solved,
      })),
    unsolved: unsolved.length,
    warnings: warningsIn(ctx, await marksOf(ctx, numberIndex)),
    hasEmergency: told.some(({ row, isOpen }) => isOpen && isUrgent(row.urgency)),
  };
}

export const isUnsolved = ({
  solved,
  isOpen,
}: Pick<Earlier['orders'][number], 'solved' | 'isOpen'>): boolean =>
  isOpen || (solved !== null && solved !== 'solved');

function warningsIn(ctx: Context, marks: readonly Mark[]): number {
  const since = ctx.now.getTime() - warnedDays * dayMs;
  return marks.filter(
    ({ measure, asked_at }) => measure === 'script' && asked_at.getTime() >= since,
  ).length;
}
