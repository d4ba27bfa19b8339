import type { CellPart, FigureKey, LeftOutCode } from '@minsheng/contract/words/indicators.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';
import { inGathered, lastDays, toldAgain } from './issue-figures.ts';
import { bitOf } from './masks.ts';
import { inSpan, type Span } from './span.ts';

export interface Cell {
  readonly figure: FigureKey;
  readonly part: CellPart;
  /** Null: whatever it is left out by. */
  readonly code: LeftOutCode | null;
  readonly after: Place | null;
}

/** One page and one row more, latest first, each kind by an index in order of instants: never beyond the span. */
export async function cellRows(ctx: Context, span: Span, cell: Cell): Promise<Place[]> {
  const { after } = cell;
  const below = after
    ? sql`and (f.at, f.order_id) < (${instantOf(after)}, ${after.id}::uuid)`
    : sql``;
  const standing = await standsIn(ctx, span, cell);
  const kinds = standing.map(
    (where) => sql`(
      select f.at, f.order_id
      from indicators.fact as f
      where ${inSpan(ctx, spanOfCell(ctx, span, cell))} and ${where} ${below}
      group by f.at, f.order_id
      order by f.at desc, f.order_id desc
      limit ${pageRows + 1})`,
  );
  const { rows } = await sql<{ at: Date; id: string }>`
    select k.at, k.order_id as id
    from (${sql.join(kinds, sql` union `)}) as k
    order by k.at desc, k.order_id desc
    limit ${pageRows + 1}`.execute(ctx.tx);
  return rows.map(({ at, id }) => ({ id, by: at.toISOString() }));
}

/** Issues people gathered about are counted over the last days of a span, whatever its length. */
function spanOfCell(ctx: Context, span: Span, { figure }: Cell): Span {
  const days = gatheredDays[figure];
  return days ? lastDays(ctx.now, span, days) : span;
}

const gatheredDays: Partial<Record<FigureKey, number>> = { K44: 7, 'K44-month': 30 };

/** What stands in it, each kind of it by itself. */
async function standsIn(ctx: Context, span: Span, cell: Cell): Promise<RawBuilder<unknown>[]> {
  const isDue = sql`(f.waits_until is null or f.waits_until <= ${ctx.now})`;
  const has = (mask: RawBuilder<unknown>, figure: FigureKey) =>
    sql`${mask} & ${bitOf(figure)}::bigint <> 0`;
  const days = gatheredDays[cell.figure];
  const counted = has(sql`f.counted`, days ? 'K44' : cell.figure);
  switch (cell.part) {
    case 'denominator':
      return [sql`${counted} and ${isDue}`];
    case 'left-out':
      return leftOut(ctx, cell);
    case 'numerator':
      if (days) return [sql`${counted} and ${await inGathered(ctx, span, days)}`];
      if (cell.figure === 'K45')
        return [sql`${counted} and ${toldAgain(ctx, sql`f.issue_id`, sql`f.at`)}`];
      return [sql`${has(sql`f.met`, cell.figure)} and ${isDue}`];
    default:
      return cell.part satisfies never;
  }
}

function leftOut(ctx: Context, { figure, code }: Cell): RawBuilder<unknown>[] {
  const waits = sql`f.waits_until > ${ctx.now}
    and (f.raw_counted | f.unknown) & ${bitOf(figure)}::bigint <> 0`;
  if (code === 'X12') return [waits];
  const isOut = code
    ? sql`f.left_out ->> ${figure}::text = ${code}`
    : sql`f.left_out ->> ${figure}::text is not null`;
  const settled = sql`f.left_out is not null and ${isOut}
    and (f.waits_until is null or f.waits_until <= ${ctx.now})`;
  return code ? [settled] : [settled, waits];
}
