import { answerClue, receiptClue } from '../../modules/clues/answer-clue.ts';
import { keepFinding } from '../../modules/clues/change-pack.ts';
import { settleClue } from '../../modules/clues/close-clue.ts';
import { contestRecord } from '../../modules/clues/contest-record.ts';
import { approveFeedback, writeFeedback } from '../../modules/clues/feedback.ts';
import { planCheck, reportCheck } from '../../modules/clues/joint-check.ts';
import { markClue } from '../../modules/clues/mark-clue.ts';
import { readClue } from '../../modules/clues/read-clue.ts';
import { sendClue } from '../../modules/clues/send-clue.ts';
import { signPack } from '../../modules/clues/sign-pack.ts';
import { ofOrder } from '../../modules/dispatch/index.ts';
import type * as orders from '../../modules/orders/index.ts';
import { finishVisit } from '../../modules/visits/finish-visit.ts';
import { addVisitPhoto } from '../../modules/visits/go-there.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';
import { keptPhoto } from '../evidence.ts';
import type { Life } from '../lives/scene.ts';
import { type ClueUntil, type ClueWords, clueWords } from './clue-words.ts';
import { type Errand, found, later, morning, type Office } from './errand.ts';

/** 违规线索抄报联查: marked, signed, handed over, declined, checked, filed, told of, contested. */
export const clues = (end: Date): Errand[] =>
  clueWords.map((words, no) => ({
    at: morning(end, words.daysAgo, 20 + no * 7),
    happens: (office) => oneClue(office, words),
  }));

const ways: readonly ClueUntil[] = [
  'draft',
  'sent',
  'declined',
  'accepted',
  'settled',
  'feedback-written',
  'told',
];
const reaches = ({ until }: ClueWords, step: ClueUntil): boolean =>
  ways.indexOf(until) >= ways.indexOf(step);

async function* oneClue(office: Office, words: ClueWords): Life {
  const { world, staff, units } = office;
  const unitCode = `${units.centre.slice(0, 6)}.${words.unit}`;
  const analyst = await staff.centre('analyst');
  const order = await sourceOf(office, words, unitCode);
  const marker = order ? await staff.centre('agent') : analyst;
  const { kind, subject, place, facts } = words;
  const { clueId } = await world.do(marker, markClue, {
    ...{ kind, subject, place, facts, photoIds: [], fileIds: [] },
    ...(order && { orderId: order.id }),
    areaCode: order?.area_code ?? units.county,
  });
  if (!reaches(words, 'sent')) return;
  yield later(office, 45);
  await world.do(analyst, handled, clueId);
  await world.do(await staff.centre('reviewer'), signPack, { clueId });
  yield later(office, 30);
  await world.do(analyst, sendClue, { clueId, unit: unitCode });
  if (!reaches(words, 'declined')) return;
  const worker = await staff.unit(unitCode, 'work');
  yield later(office, 120);
  await world.do(worker, receiptClue, { clueId });
  yield later(office, 60);
  const isDeclined = words.until === 'declined';
  const said = isDeclined ? words.findings : '';
  await world.do(worker, answerClue, { clueId, accepted: !isDeclined, words: said });
  if (isDeclined) return;
  yield* checked(office, { clueId, words, worker });
  if (!reaches(words, 'feedback-written')) return;
  yield* fedBack(office, { clueId, words, analyst });
}

/** Closed, of such a matter, shown to every unit, and never held by those the clue goes to. */
async function sourceOf(
  office: Office,
  { matters, also }: ClueWords,
  unitCode: string,
): Promise<orders.Order | null> {
  const agent = await office.staff.centre('agent');
  const closed = await found(office, agent, { status: 'closed' });
  const fitting = closed.filter(
    ({ secrecy, matter_code }) =>
      secrecy === 0 && matters.some((prefix) => matter_code.startsWith(prefix)),
  );
  for (const order of fitting) {
    const duties = await office.world.do(agent, ofOrder, order.id);
    const know = [unitCode, `${unitCode.slice(0, 6)}.${also}`];
    const isHeld = duties.some(({ unit_path }) => know.some((code) => unit_path.includes(code)));
    if (!isHeld) return order;
  }
  return null;
}

/** What the scan finds is the shop's own place and name; each is said why. */
async function handled(ctx: Context, clueId: string): Promise<void> {
  const { findings } = await readClue(ctx, { clueId });
  for (const { words, isReporter } of findings)
    if (!isReporter) await keepFinding(ctx, { clueId, words, reason: 'subject' });
}

interface Checked {
  readonly clueId: string;
  readonly words: ClueWords;
  readonly worker: Actor;
}

async function* checked(office: Office, { clueId, words, worker }: Checked): Life {
  const { world, units } = office;
  yield later(office, 60);
  const { checkId, visitId } = await world.do(
    worker,
    (ctx, id: string) =>
      planCheck(ctx, {
        clueId: id,
        units: [`${units.centre.slice(0, 6)}.${words.also}`],
        on: dayOf(ctx.now.getTime(), ctx.city.zone),
        place: words.place,
        checklist: 'violation',
      }),
    clueId,
  );
  if (!reaches(words, 'settled')) return;
  yield later(office, 150);
  await world.do(worker, lookedAt, { visitId, words });
  yield later(office, 60);
  const { outcome, findings, caseNo, penaltyFen } = words;
  await world.do(worker, reportCheck, {
    ...{ clueId, checkId, outcome, findings },
    ...(caseNo !== undefined && { caseNo }),
    ...(penaltyFen !== undefined && { penaltyFen }),
  });
  yield later(office, 60);
  await world.do(worker, settleClue, { clueId, words: findings });
}

async function lookedAt(
  ctx: Context,
  { visitId, words }: { visitId: string; words: ClueWords },
): Promise<void> {
  const seenAt = ctx.now.toISOString();
  const photo = { seed: visitId, matter: '010102', purpose: 'evidence', shown: 'before' } as const;
  await addVisitPhoto(ctx, {
    visitId,
    clientId: ctx.newId(),
    fileId: await keptPhoto(ctx, photo),
    itemCode: 'scene',
    takenAt: seenAt,
  });
  await finishVisit(ctx, {
    visitId,
    clientId: ctx.newId(),
    seenAt,
    ticks: ['open', 'papers', 'as-told'].map((code) => ({ code, value: true, note: '', seenAt })),
    outcome: 'not-fixed',
    findings: words.findings,
    answerIsFalse: false,
    photos: 1,
  });
}

interface FedBack {
  readonly clueId: string;
  readonly words: ClueWords;
  readonly analyst: Actor;
}

/** Whoever gave a name hears of it; where it is only written, the subject contests its record as well. */
async function* fedBack(office: Office, { clueId, words, analyst }: FedBack): Life {
  const { world, staff } = office;
  const { sources, subjectId } = await world.do(analyst, readClue, { clueId });
  yield later(office, 90);
  const named = sources.filter(({ isNamed }) => isNamed);
  for (const { orderId, hasPhone } of named) {
    const way = hasPhone ? 'sms' : 'call';
    await world.do(analyst, writeFeedback, { clueId, orderId, way, words: words.told ?? '' });
  }
  if (words.until === 'feedback-written') {
    const contest = { subjectId, clueId, how: 'window', words: '经营者称当天的货是下午刚到。' };
    await world.do(analyst, contestRecord, { ...contest, how: 'window' });
    return;
  }
  yield later(office, 45);
  for (const { orderId } of named)
    await world.do(await staff.centre('reviewer'), approveFeedback, {
      ...{ clueId, orderId, approved: true, words: '' },
    });
}
