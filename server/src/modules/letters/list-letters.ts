import type { letters as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { cursorId } from '../../platform/keyset.ts';
import type { Letter } from './letters.repo.ts';
import { countUnsigned, type Receipt, receiptsOf } from './receipts.repo.ts';
import { templates } from './templates.ts';
import { visibleTo } from './visible-to.ts';

type Reply = ReplyOf<typeof contract.listLetters>;
type Asked = InputOf<typeof contract.listLetters>;

const pageRows = 50;

/** 函件列表, the latest first. */
export async function listLetters(ctx: Context, asked: Asked): Promise<Reply> {
  const read = await lettersIn(ctx, asked, pageRows + 1);
  const shown = read.slice(0, pageRows);
  const receipts = await receiptsOf(
    ctx,
    shown.map(({ id }) => id),
  );
  const { unitCode } = ctx.actor;
  const byLetter = Map.groupBy(receipts, ({ letter_id }) => letter_id);
  return {
    rows: shown.map((letter) => letterRowOf(ctx, letter, byLetter.get(letter.id) ?? [])),
    next: read.length > pageRows ? (shown.at(-1)?.id ?? null) : null,
    shownCap: pageRows,
    unsigned: unitCode === null ? 0 : await countUnsigned(ctx, unitCode),
  };
}

/** The letters of a box this person may see, the latest first, at most so many. */
export async function lettersIn(ctx: Context, asked: Asked, most: number): Promise<Letter[]> {
  const { box, kind, concernId, cursor } = asked;
  let query = readerOf(ctx.tx)
    .selectFrom('letters.letter as l')
    .selectAll('l')
    .where('l.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor));
  if (box === 'open')
    query = query.where(
      sql<SqlBool>`(l.state in ('draft', 'approved', 'sent', 'signed')
        and (l.state <> 'signed' or l.reply_limit is not null))`,
    );
  if (box === 'received')
    query = query.where(
      sql<SqlBool>`exists (
        select from letters.receipt as own
        where own.city_id = l.city_id and own.letter_id = l.id and own.sent_at is not null
          and own.unit_code = ${ctx.actor.unitCode})`,
    );
  if (kind) query = query.where('l.kind', '=', kind);
  if (concernId) query = query.where('l.concern_id', '=', concernId);
  if (cursor !== undefined) query = query.where('l.id', '<', cursorId(cursor));
  const rows = await query.orderBy('l.id', 'desc').limit(most).execute();
  return rows as Letter[];
}

export function letterRowOf(
  ctx: Context,
  letter: Letter,
  receipts: readonly Receipt[],
): Reply['rows'][number] {
  const own = receipts.find(
    ({ unit_code, sent_at }) => sent_at && unit_code === ctx.actor.unitCode,
  );
  return {
    id: letter.id,
    kind: letter.kind,
    title: letter.title,
    letterNo: letter.letter_no,
    state: letter.state,
    draftedAt: letter.drafted_at.toISOString(),
    sentAt: letter.sent_at?.toISOString() ?? null,
    dueAt: letter.due_at?.toISOString() ?? null,
    units: receipts.length,
    signed: receipts.filter(({ signed_at }) => signed_at !== null).length,
    over: receipts.filter(({ state }) => state === 'over').length,
    isLate: receipts.some((receipt) => isLate(ctx, receipt)),
    isUnsignedLate: receipts.some(isUnsignedLate),
    own: own?.state ?? null,
  };
}

/** 逾期未签收. */
export const isUnsignedLate = ({ state, sign_late_at }: Receipt): boolean =>
  state === 'unsigned' && sign_late_at !== null;

/** 逾期, or was: late stays visible. */
export function isLate({ now }: Context, { state, due_at, late_at }: Receipt): boolean {
  if (late_at !== null) return true;
  const isWaiting = state === 'unsigned' || state === 'to-answer' || state === 'sent-back';
  return isWaiting && due_at !== null && due_at < now;
}

/** 文书模板, for whoever drafts. */
export async function listTemplates(ctx: Context): Promise<ReplyOf<typeof contract.listTemplates>> {
  const rows = (await templates(ctx)).map(({ code, kind, name, replyLimit, slots }) => ({
    code,
    kind,
    name,
    wantsAnswer: replyLimit !== null,
    slots,
  }));
  return { rows };
}
