import type { conduct as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { decrypt } from '../../platform/secrets.ts';
import { dayStart } from '../../platform/zone.ts';
import * as identity from '../identity/index.ts';
import { lettersIfVisible } from '../letters/index.ts';
import { cityHour } from '../organisation/index.ts';
import { phoneIndex } from '../requesters/index.ts';
import { callOf } from '../telephony/index.ts';
import { earlierOf, type Past } from './earlier.ts';
import { find, type Mark, marksOf, pageOf, pageOfSpan } from './marks.repo.ts';
import { mayAskReview, mayDecide, mayRead, mayReview } from './policy.ts';

type View = ReplyOf<typeof contract.readMark>['mark'];

/** 标记之前: for the person on the call, as the caller's card is. */
export async function readCaller(
  ctx: Context,
  { callId }: { callId: string },
): Promise<ReplyOf<typeof contract.readCaller>> {
  const { number } = await callOf(ctx, callId);
  refuseUnless(number, 'conduct.number-unknown');
  const index = phoneIndex(ctx, number);
  const [past, marks] = await Promise.all([earlierOf(ctx, index), marksOf(ctx, index)]);
  return { earlier: shownOf(past), marks: await viewsOf(ctx, marks) };
}

export async function readMark(
  ctx: Context,
  { markId }: { markId: string },
): Promise<ReplyOf<typeof contract.readMark>> {
  demand(mayRead(ctx.actor));
  const mark = await find(ctx, markId);
  const [view] = await viewsOf(ctx, [mark]);
  if (!view) throw new Error(`Mark ${markId} has no view.`);
  return { mark: view, earlier: shownOf(await earlierOf(ctx, mark.number_index)) };
}

const shownOf = ({ orders, unsolved, warnings }: Past) => ({ orders, unsolved, warnings });

/** 清单; the month's is the director's regular look (domain 2.13). */
export async function listMarks(
  ctx: Context,
  { list, month, cursor }: InputOf<typeof contract.listMarks>,
): Promise<ReplyOf<typeof contract.listMarks>> {
  demand(mayRead(ctx.actor));
  const after = placeOf(cursor);
  const wanted = list ?? 'asked';
  const read =
    wanted === 'month'
      ? await pageOfSpan(ctx, { ...spanOf(ctx, month), after })
      : await pageOf(ctx, wanted, after);
  const { shown, next } = cutPage(read.map((mark) => ({ ...mark, by: mark.id })));
  return { rows: await viewsOf(ctx, shown), next, shownCap: pageRows };
}

function spanOf(ctx: Context, month: string | undefined): { from: Date; until: Date } {
  const { zone } = ctx.city;
  const said = month ?? cityHour(ctx.now, zone).on.slice(0, 7);
  const [year = 0, no = 0] = said.split('-').map(Number);
  const after = no === 12 ? `${year + 1}-01` : `${year}-${String(no + 1).padStart(2, '0')}`;
  return { from: dayStart(`${said}-01`, zone), until: dayStart(`${after}-01`, zone) };
}

async function viewsOf(ctx: Context, marks: readonly Mark[]): Promise<View[]> {
  const names = await identity.accountNames(
    ctx,
    marks.flatMap(({ asked_by, decided_by, reviewed_by }) => [asked_by, decided_by, reviewed_by]),
  );
  const letters = await lettersOf(ctx, marks);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  const clear = (sealed: Buffer | null) => (sealed === null ? null : decrypt(ctx.keys, sealed));
  return marks.map((mark) => ({
    id: mark.id,
    grade: mark.grade,
    grounds: mark.grounds,
    measure: mark.measure,
    state: mark.state,
    words: clear(mark.words_enc) ?? '',
    askedBy: nameOf(mark.asked_by) ?? '',
    askedAt: mark.asked_at.toISOString(),
    decidedBy: nameOf(mark.decided_by),
    decidedAt: mark.decided_at?.toISOString() ?? null,
    why: clear(mark.why_enc),
    untilAt: mark.until_at?.toISOString() ?? null,
    review: mark.review_asked_at && {
      askedAt: mark.review_asked_at.toISOString(),
      words: clear(mark.review_words_enc) ?? '',
      by: nameOf(mark.reviewed_by),
      at: mark.reviewed_at?.toISOString() ?? null,
      why: clear(mark.review_why_enc),
    },
    letter: letters.get(mark.letter_id ?? '') ?? null,
    abilities: abilitiesOf(ctx, mark),
  }));
}

/** 移送函 of clues, for whoever may read letters. */
async function lettersOf(
  ctx: Context,
  marks: readonly Mark[],
): Promise<ReadonlyMap<string, View['letter']>> {
  const ids = marks.flatMap(({ letter_id }) => letter_id ?? []);
  const found = await lettersIfVisible(ctx, ids);
  return new Map(
    found.map(({ id, letter_no, state }) => [id, { letterId: id, no: letter_no, state }]),
  );
}

function abilitiesOf({ actor }: Context, mark: Mark): View['abilities'] {
  const decisions = {
    decide: mayDecide(actor, mark),
    'ask-review': mayAskReview(actor, mark),
    review: mayReview(actor, mark),
  } as const;
  const names = ['decide', 'ask-review', 'review'] as const;
  return names.filter((name) => decisions[name].allowed);
}
