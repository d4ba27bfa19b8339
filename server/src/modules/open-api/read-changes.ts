import type { openApi as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { lastPosition, positionAt, toldAfter, windowRows } from './changes.repo.ts';
import { keptDays, numberAll } from './keep-changes.ts';
import { type Change, rowOf, visibleOf } from './visible-changes.ts';

const dayMs = 86_400_000;

/** 变化游标: a place in the feed, and until when whoever holds it has read. */
interface Cursor {
  readonly position: number;
  readonly at: Date;
}

export const cursorText = ({ position, at }: Cursor): string =>
  `${position}.${Math.floor(at.getTime() / 1000)}`;

/** 工单变化: ordered, complete, and only what this account may see. */
export async function readChanges(
  ctx: Context,
  { after }: InputOf<typeof contract.readChanges>,
): Promise<ReplyOf<typeof contract.readChanges>> {
  const isAllNumbered = await numberAll(ctx);
  if (after === 'now') {
    const next = cursorText({ position: await lastPosition(ctx), at: ctx.now });
    return { rows: [], next, isMore: !isAllNumbered };
  }
  const from = after === undefined ? await firstPosition(ctx) : positionIn(ctx, after);
  const { rows, next, isMore } = await changesAfter(ctx, from);
  return {
    rows: rows.map(rowOf),
    next: cursorText(next),
    isMore: isMore || !isAllNumbered,
  };
}

/** What is older than it has left, or is about to: whoever comes back after so long may have missed some. */
function positionIn(ctx: Context, after: string): number {
  const [position = '0', seconds = '0'] = after.split('.');
  const oldest = ctx.now.getTime() - (keptDays - 1) * dayMs;
  refuseUnless(Number(seconds) * 1000 >= oldest, 'open-api.cursor-old', { days: keptDays - 1 });
  return Number(position);
}

const beginDays = keptDays - 2;

/** Without a cursor: a day younger than what a cursor may be, or the second page would be refused as too old. */
const firstPosition = (ctx: Context): Promise<number> =>
  positionAt(ctx, new Date(ctx.now.getTime() - beginDays * dayMs));

export interface Page {
  readonly rows: readonly Change[];
  readonly next: Cursor;
  readonly isMore: boolean;
}

const pageRows = 200;

/**
 * A window of the feed, and of it what this account may see. Decided order by order for those of the window alone: what
 * a great unit sees in all is never read.
 */
export async function changesAfter(ctx: Context, after: number): Promise<Page> {
  const told = await toldAfter(ctx, after);
  const last = told.at(-1);
  if (!last) return { rows: [], next: { position: after, at: ctx.now }, isMore: false };
  const found = await visibleOf(ctx, told);
  const rows = found.slice(0, pageRows);
  const cut = found.length > pageRows ? rows.at(-1) : undefined;
  if (cut) return { rows, next: cut, isMore: true };
  const isFull = told.length === windowRows;
  const next = { position: last.position, at: isFull ? last.at : ctx.now };
  return { rows, next, isMore: isFull };
}
