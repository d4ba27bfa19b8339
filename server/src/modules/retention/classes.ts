import type { retention as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { type DestroyedKind, shortestYears } from '@minsheng/contract/words/retention.ts';
import type { Context } from '../../platform/context.ts';
import { sweepings } from '../../platform/sweep.ts';
import { type RetentionClass, retentionClasses } from '../matters/index.ts';
import type { DueClass } from './due.repo.ts';

type View = ReplyOf<typeof contract.listClasses>;

/** 保管期限表. */
export async function listClasses(ctx: Context): Promise<View> {
  const rows = await retentionClasses(ctx);
  return {
    rows: rows.map((row) => ({
      ...row,
      shortest: row.kind === 'kept' ? null : shortestYears[row.kind],
    })),
    swept: sweepings().map(({ table, keptHours }) => ({ table, days: keptHours / 24 })),
  };
}

/** Those that end, each with the rows of its kind that stand before it, whether these end or not. */
export async function dueClasses(
  ctx: Context,
): Promise<{ of: DueClass; before: readonly DueClass[] }[]> {
  const rows = await retentionClasses(ctx);
  return rows.flatMap((row, at) => {
    const of = ending(row);
    if (of === null) return [];
    const before = rows
      .slice(0, at)
      .flatMap((other) => (other.kind === of.kind ? asDue(other, of.kind) : []));
    return [{ of, before }];
  });
}

/** A shorter period than the rules allow never got past the city's check; here it would destroy, so it is asked once more. */
function ending(row: RetentionClass): DueClass | null {
  if (row.kind === 'kept' || row.years === null) return null;
  return { ...row, kind: row.kind, years: Math.max(row.years, shortestYears[row.kind].years) };
}

const asDue = (row: RetentionClass, kind: DestroyedKind): DueClass[] => [
  { ...row, kind, years: row.years ?? Number.POSITIVE_INFINITY },
];
