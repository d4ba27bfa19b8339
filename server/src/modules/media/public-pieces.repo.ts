import type { PieceKind } from '@minsheng/contract/words/media.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** 公开的稿件: the wording all three signed, whatever is being written since. */
export interface ShownPiece {
  readonly id: string;
  readonly no: number;
  readonly kind: PieceKind;
  readonly title: string;
  readonly words: string;
  readonly clipUrl: string | null;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

const shown = sql`
  select p.id, p.no, p.kind, p.published_at as "publishedAt", p.withdrawn_at as "withdrawnAt",
    p.withdrawn_reason as "withdrawnReason",
    case when p.state = 'withdrawn' then '' else w.title end as title,
    case when p.state = 'withdrawn' then '' else w.words end as words,
    case when p.state = 'withdrawn' then null else w.clip_url end as "clipUrl"
  from media.piece as p
  join media.wording as w on w.city_id = p.city_id and w.piece_id = p.id and w.no = p.shown_no`;

/** The latest first; `before`: the number of the last one shown. */
export async function shownPieces(
  ctx: Context,
  { before, most }: { before: number | null; most: number },
): Promise<ShownPiece[]> {
  const { rows } = await sql<ShownPiece>`
    ${shown}
    where p.city_id = ${ctx.cityId}
      and p.no is not null
      and (${before}::integer is null or p.no < ${before}::integer)
    order by p.no desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}

export async function shownPiece(ctx: Context, no: number): Promise<ShownPiece | null> {
  const { rows } = await sql<ShownPiece>`
    ${shown}
    where p.city_id = ${ctx.cityId} and p.no = ${no}`.execute(ctx.tx);
  return rows[0] ?? null;
}

export interface ShownDay {
  readonly leader: string;
  readonly unitCode: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly theme: string;
}

/** 接听预告: those still to come. */
export async function daysToCome(ctx: Context, most: number): Promise<ShownDay[]> {
  const { rows } = await sql<ShownDay>`
    select leader, unit_code as "unitCode", starts_at as "startsAt", ends_at as "endsAt", theme
    from media.answering_day
    where city_id = ${ctx.cityId} and state = 'planned' and starts_at > ${ctx.now}
    order by starts_at
    limit ${most}`.execute(ctx.tx);
  return rows;
}
