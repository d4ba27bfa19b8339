import type { supervision as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { isWritten } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import type { Decision } from '../../platform/refusal.ts';
import type { Assignment } from '../dispatch/index.ts';
import { fileViewOf, type StoredFile } from '../files/index.ts';
import { letterIfVisible, whyLetterSentBack } from '../letters/index.ts';
import type { Order, StoredText } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { whyTaskSentBack } from '../tasks/index.ts';
import { withoutPeople } from '../text/index.ts';
import type { Answer } from './answers.repo.ts';
import { levelOf } from './levels.ts';
import { isGiver, mayAnswer, mayClose, mayDismiss, maySendBack, maySupervise } from './policy.ts';
import type { Supervision } from './supervisions.repo.ts';
import { supervisionText } from './text.ts';

type View = ReplyOf<typeof contract.readSupervision>['supervisions'][number];
type Brief = ReplyOf<typeof contract.listSupervisions>['rows'][number]['supervision'];

/** 督办 in a line. */
export async function briefOf(
  ctx: Context,
  one: Supervision,
  units: readonly organisation.Unit[],
): Promise<Brief> {
  const { name } = await levelOf(ctx, one.level);
  return {
    no: one.no,
    level: one.level,
    levelName: name,
    state: one.state,
    trigger: one.trigger,
    instrument: one.instrument,
    unit: organisation.briefOf(units, one.unit_code),
    at: one.sort_at.toISOString(),
    answerDueAt: one.answer_due_at?.toISOString() ?? null,
    isLate: isLate(ctx, one),
    urges: one.urges,
  };
}

/** 逾期, or was: late stays visible. */
const isLate = ({ now }: Context, { state, answer_due_at, late_at }: Supervision): boolean =>
  late_at !== null || (state === 'open' && answer_due_at !== null && answer_due_at < now);

export interface Around {
  order: Order;
  duties: readonly Assignment[];
  holder: Assignment | null;
  all: readonly Supervision[];
  answers: readonly Answer[];
  units: readonly organisation.Unit[];
  texts: readonly StoredText[];
  files: readonly StoredFile[];
  names: ReadonlyMap<string, string>;
}

/** 督办详情; why the centre gave it stays with those who supervise, the words of both sides with them and the units. */
export async function viewOf(ctx: Context, one: Supervision, around: Around): Promise<View> {
  const { units, names } = around;
  const isCentre = ctx.actor.has('supervision.read') || isGiver(ctx.actor, one);
  const said = saying(ctx, around);
  const own = around.answers.filter(({ no }) => no === one.no);
  const by = (id: string | null) => (id === null ? supervisionText.system : (names.get(id) ?? ''));
  return {
    ...(await briefOf(ctx, one, units)),
    openedAt: one.opened_at?.toISOString() ?? null,
    openedBy: isCentre ? by(one.opened_by) : '',
    reason: isCentre ? said(one.reason_no) : '',
    demands: said(one.demands_no ?? (one.level === 'S1' ? one.reason_no : null)),
    informed: one.informed.map((code) => organisation.briefOf(units, code).name),
    givenBy: givenBy(one, units),
    letter: await letterOf(ctx, one),
    sentBackThere: await sentBackThere(ctx, one),
    taskId: one.task_id,
    visitId: one.visit_id,
    answers: own.map((answer) => ({
      words: said(answer.words_no),
      files: filesOf(ctx, around.files, answer.file_ids),
      by: by(answer.answered_by),
      at: answer.answered_at.toISOString(),
      isLate: answer.is_late,
      sentBack: answer.sent_back_no === null ? null : said(answer.sent_back_no),
    })),
    closedAt: one.closed_at?.toISOString() ?? null,
    closedBy: one.closed_at === null ? null : isCentre ? by(one.closed_by) : '',
    evidence: said(one.evidence_no),
    evidenceFiles: filesOf(ctx, around.files, one.evidence_files),
    abilities: abilitiesOf(ctx, one, around),
  };
}

function saying(ctx: Context, { order, texts }: Around) {
  const { actor } = ctx;
  const mayHear = actor.has('supervision.read') || actor.has('handling.work');
  const hides = actor.scope !== 'all' && order.secrecy >= 1;
  return (no: number | null): string => {
    const words = mayHear ? (texts.find((text) => text.no === no)?.content ?? '') : '';
    return hides ? withoutPeople(words) : words;
  };
}

const filesOf = (ctx: Context, files: readonly StoredFile[], ids: readonly string[]) =>
  files.filter(({ id }) => ids.includes(id)).map((file) => fileViewOf(ctx, file, null));

/** 督办单位: the county that gave it; null where it was the centre. */
const givenBy = ({ given_unit }: Supervision, units: readonly organisation.Unit[]) =>
  given_unit === null ? null : organisation.briefOf(units, given_unit).name;

/** 退回原因 of an answer given by letter or task: it was said there, and is read here too. */
async function sentBackThere(ctx: Context, one: Supervision): Promise<string | null> {
  const mayHear = ctx.actor.has('supervision.read') || ctx.actor.has('handling.work');
  if (!mayHear) return null;
  if (one.letter_id !== null) return whyLetterSentBack(ctx, one.letter_id, one.unit_code);
  return one.task_id === null ? null : whyTaskSentBack(ctx, one.task_id);
}

/** Whoever may not see letters sees none. */
async function letterOf(ctx: Context, { letter_id }: Supervision): Promise<View['letter']> {
  const letter = letter_id === null ? null : await letterIfVisible(ctx, letter_id);
  return letter && { id: letter.id, letterNo: letter.letter_no };
}

function abilitiesOf(
  ctx: Context,
  one: Supervision,
  { order, duties, holder, all }: Around,
): View['abilities'] {
  const { actor } = ctx;
  const decisions: Record<View['abilities'][number], Decision> = {
    answer: mayAnswer(actor, one, one.unit_code),
    'send-back': maySendBack(actor, one),
    close: mayClose(actor, one, { order, duties }),
    dismiss: mayDismiss(actor, one),
    'take-up': takesUp(ctx, one, { order, holder, before: all }),
  };
  return (['answer', 'send-back', 'close', 'take-up', 'dismiss'] as const).filter(
    (name) => decisions[name].allowed,
  );
}

function takesUp(
  { actor }: Context,
  one: Supervision,
  about: Parameters<typeof maySupervise>[2],
): Decision {
  const may = mayDismiss(actor, one);
  if (!may.allowed || !isWritten(one.level)) return may;
  return maySupervise(actor, one.level, about);
}
