import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import * as days from './days.repo.ts';
import type { Kind } from './decisions.repo.ts';

/** A transaction that began earlier may commit later; longer than this none lives. */
const lateMs = 600_000;
const hourMs = 3_600_000;
const longestDayHours = 25;

/** 按日汇总: days whose decisions have been judged since the last look are counted anew, each from its beginning. */
export async function foldDays(ctx: Context, kind: Kind): Promise<void> {
  const latest = await days.latestJudged(ctx, kind);
  if (latest === null) return;
  const folded = await days.lockFolded(ctx, kind);
  if (folded !== null && folded >= latest) return;
  const since = folded === null ? await days.firstJudged(ctx, kind) : before(folded, lateMs);
  // One day more than the city's clock says, so that no zone matters.
  const from = before(since ?? latest, longestDayHours * hourMs);
  await days.countDays(ctx, kind, from);
  await days.saveFolded(ctx, kind, latest);
  announce(ctx, 'learning');
}

const before = (at: Date, ms: number): Date => new Date(at.getTime() - ms);
