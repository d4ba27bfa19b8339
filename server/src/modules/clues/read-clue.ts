import type { clues as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import { checkViews } from './check-views.ts';
import { type Clue, clueNo, type Sending } from './clue.ts';
import { clueRows } from './clue-rows.ts';
import { findClue } from './clues.repo.ts';
import { findingsOf } from './findings.ts';
import { kindsOf } from './kinds.ts';
import { likesOf } from './likes-of.ts';
import { photoViews } from './photo-views.ts';
import { mayChange, mayClose, mayRecall, maySend, maySign } from './policy.ts';
import { isLate, sendingsOf } from './sendings.repo.ts';
import { sourceViews } from './source-views.ts';

type Reply = ReplyOf<typeof contract.readClue>;

/** 一条线索, as the centre sees it. */
export async function readClue(
  ctx: Context,
  { clueId }: InputOf<typeof contract.readClue>,
): Promise<Reply> {
  const clue = await findClue(ctx, clueId);
  const [row] = await clueRows(ctx, [clue], new Map());
  refuseUnless(row, 'clues.no-such-clue');
  const isOpen = clue.state === 'draft';
  const people = [clue.marked_by, clue.signed_by, clue.closed_by];
  const [names, sendings, sources, checks] = await Promise.all([
    accountNames(ctx, people),
    sendingsOf(ctx, [clueId]),
    sourceViews(ctx, clue),
    checkViews(ctx, clueId),
  ]);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  const kind = (await kindsOf(ctx)).find(({ code }) => code === clue.kind);
  return {
    ...row,
    areaCode: clue.area_code,
    point: clue.lng === null || clue.lat === null ? null : { lng: clue.lng, lat: clue.lat },
    facts: clue.facts,
    basis: kind?.basis ?? '',
    subjectId: clue.subject_id,
    markedBy: nameOf(clue.marked_by),
    signedBy: clue.signed_at && nameOf(clue.signed_by),
    closing: closingOf(clue, nameOf),
    joinedTo: await joinedTo(ctx, clue),
    findings: await findingsOf(ctx, clue),
    photos: await photoViews(ctx, clueId),
    sources,
    like: isOpen ? await likesOf(ctx, clue) : [],
    sendings: await sendingViews(ctx, sendings),
    checks,
    suggestedUnit: kind ? await suggested(ctx, kind.unit, sendings) : null,
    can: {
      change: mayChange(ctx.actor, clue).allowed,
      sign: maySign(ctx.actor, clue).allowed,
      send: maySend(ctx.actor, clue).allowed,
      recall: mayRecall(ctx.actor, clue).allowed && checks.length === 0,
      close: mayClose(ctx.actor, clue).allowed,
      feedback: ctx.actor.has('clues.lead') && clue.state === 'closed',
    },
  };
}

function closingOf(
  { closed_at, closed_words, closed_by }: Clue,
  nameOf: (id: string | null) => string,
): Reply['closing'] {
  if (!closed_at || closed_words === null) return null;
  return { words: closed_words, at: closed_at.toISOString(), by: nameOf(closed_by) };
}

async function joinedTo(ctx: Context, { joined_to: id }: Clue): Promise<Reply['joinedTo']> {
  return id === null ? null : { id, no: clueNo(await findClue(ctx, id)) };
}

/** 建议抄报单位: the department of the kind, unless it has declined already. */
async function suggested(
  ctx: Context,
  code: string,
  sendings: readonly Sending[],
): Promise<Reply['suggestedUnit']> {
  if (sendings.some(({ unit_code }) => unit_code === code)) return null;
  const units = await organisation.unitsIfKnown(ctx, [code]);
  return units.length === 0 ? null : organisation.briefOf(units, code);
}

async function sendingViews(
  ctx: Context,
  sendings: readonly Sending[],
): Promise<Reply['sendings']> {
  const [units, names] = await Promise.all([
    organisation.unitsIfKnown(ctx, [...new Set(sendings.map(({ unit_code }) => unit_code))]),
    accountNames(
      ctx,
      sendings.flatMap(({ sent_by, recalled_by }) => [sent_by, recalled_by]),
    ),
  ]);
  return sendings.map((sending) => ({
    no: sending.no,
    unit: organisation.briefOf(units, sending.unit_code),
    basis: sending.basis,
    sentBy: names.get(sending.sent_by ?? '') ?? '',
    sentAt: sending.sent_at.toISOString(),
    receiptDueAt: sending.receipt_due_at.toISOString(),
    receiptAt: sending.receipt_at?.toISOString() ?? null,
    isLate: isLate(sending, ctx.now),
    accepted: sending.accepted,
    words: sending.answer_words,
    recalled:
      sending.recalled_at === null || sending.recall_words === null
        ? null
        : {
            by: names.get(sending.recalled_by ?? '') ?? '',
            at: sending.recalled_at.toISOString(),
            words: sending.recall_words,
          },
  }));
}
