import type { supervision as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { answerLetter, judgeAnswer, signLetter } from '../../modules/letters/answer-letter.ts';
import { approveLetter, sendLetter } from '../../modules/letters/index.ts';
import { answerSupervision, sendBackAnswer } from '../../modules/supervision/answer.ts';
import { closeSupervision, dismissProposal } from '../../modules/supervision/close.ts';
import { listSupervisions } from '../../modules/supervision/list-supervisions.ts';
import { readSupervision } from '../../modules/supervision/read-supervision.ts';
import { supervise } from '../../modules/supervision/supervise.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Life } from '../lives/scene.ts';
import { minutesAfter } from '../office-time.ts';
import { type Errand, later, morning, type Office } from './errand.ts';
import { type SupervisionWords, supervisionWords } from './supervision-words.ts';

type Row = ReplyOf<typeof contract.listSupervisions>['rows'][number];
type View = ReplyOf<typeof contract.readSupervision>['supervisions'][number];
interface Key {
  orderId: string;
  no: number;
}

/** 督办 at every level above urging, of what the rule proposed because it was late. */
export const supervision = (end: Date): Errand[] =>
  supervisionWords.map((words, no) => ({
    at: morning(end, words.daysAgo, 50 + no * 5),
    happens: (office) => supervised(office, words),
  }));

async function* supervised(office: Office, words: SupervisionWords): Life {
  const { world, staff, units } = office;
  const supervisor = await supervisorOf(office, words);
  const proposed = yield* awaited(office, supervisor);
  if (!proposed) return;
  const { order, supervision: proposal } = proposed;
  if (words.until === 'dismissed') {
    const dismissed = { orderId: order.id, no: proposal.no, words: words.reason };
    await world.do(supervisor, dismissProposal, dismissed);
    return;
  }
  const { level, instrument, reason, demands } = words;
  const { no, unit } = await world.do(supervisor, supervise, {
    orderId: order.id,
    level,
    instrument,
    reason,
    demands,
    ...(instrument === 'site-visit' && { toUnit: units.centre }),
    ...(instrument === 'leaders-note' && { leader: '市政府分管领导(示例)' }),
    ...(proposal.level === level && { proposalNo: proposal.no }),
  });
  const key = { orderId: order.id, no };
  yield later(office, 60);
  yield* sent(office, supervisor, key);
  if (words.until === 'open') return;
  const worker = await staff.unit(unit.code, 'work');
  yield later(office, 300);
  yield* answered(office, { worker, key, words });
  if (words.until === 'answered') return;
  yield later(office, 200);
  await judged(office, supervisor, { key, unit: unit.code, isEnough: words.until === 'closed' });
}

/** From S4 on the director decides. */
const supervisorOf = ({ staff }: Office, { level }: SupervisionWords): Promise<Actor> =>
  staff.centre(level === 'S2' || level === 'S3' ? 'supervisor' : 'director');

const dayMinutes = 24 * 60;
const lastTryMinutes = 150;

/** Looks every day whether the rule proposes something, the last time shortly before the present. */
async function* awaited(office: Office, supervisor: Actor): AsyncGenerator<Date, Row | undefined> {
  const { world, end } = office;
  const last = minutesAfter(end, -lastTryMinutes);
  for (;;) {
    const proposed = await proposalFor(office, supervisor);
    const now = world.clock.now();
    if (proposed || now >= last) return proposed;
    const tomorrow = minutesAfter(now, dayMinutes);
    yield tomorrow < last ? tomorrow : last;
  }
}

/** What waits for a decision and nobody supervises yet; first what a unit has that somebody of the demo sits in. */
async function proposalFor({ world, units }: Office, supervisor: Actor): Promise<Row | undefined> {
  const { rows } = await world.do(supervisor, listSupervisions, { box: 'proposed' });
  const seats: readonly string[] = Object.values(units);
  const isSeated = ({ supervision: { unit } }: Row) => Number(seats.includes(unit.code));
  const running = rows
    .filter(({ order }) => order.status === 'in-progress' && order.secrecy === 0)
    .toSorted((a, b) => isSeated(b) - isSeated(a));
  for (const row of running) {
    const { supervisions } = await world.do(supervisor, readSupervision, { orderId: row.order.id });
    if (supervisions.every(({ level, state }) => level === 'S1' || state === 'proposed'))
      return row;
  }
  return undefined;
}

const viewOf = async ({ world }: Office, actor: Actor, { orderId, no }: Key): Promise<View> => {
  const { supervisions } = await world.do(actor, readSupervision, { orderId });
  const view = supervisions.find((one) => one.no === no);
  if (!view) throw new Error(`Supervision ${no} of the demo is gone.`);
  return view;
};

/** The letter that was drafted with it is approved by another person and sent. */
async function* sent(office: Office, supervisor: Actor, key: Key): Life {
  const { world, staff } = office;
  const { letter } = await viewOf(office, supervisor, key);
  if (!letter) return;
  await world.do(await staff.centre('shift-lead'), approveLetter, { letterId: letter.id });
  yield later(office, 20);
  await world.do(supervisor, sendLetter, { letterId: letter.id });
}

interface Answering {
  worker: Actor;
  key: Key;
  words: SupervisionWords;
}

/** By letter where one came, else on the order. */
async function* answered(office: Office, { worker, key, words }: Answering): Life {
  const { world } = office;
  const { letter } = await viewOf(office, await supervisorOf(office, words), key);
  if (!letter) {
    await world.do(worker, answerSupervision, { ...key, words: words.answer, fileIds: [] });
    return;
  }
  await world.do(worker, signLetter, { letterId: letter.id });
  yield later(office, 60);
  const content = words.answer;
  await world.do(worker, answerLetter, { letterId: letter.id, content, fileIds: [] });
}

interface Judging {
  key: Key;
  unit: string;
  isEnough: boolean;
}

/** 销号 or 退回: of a letter's answer the letter says so. */
async function judged(
  office: Office,
  supervisor: Actor,
  { key, unit, isEnough }: Judging,
): Promise<void> {
  const { world } = office;
  const { letter } = await viewOf(office, supervisor, key);
  const missing = '没有写明做了什么、还差什么、何时完成,请补充后重新反馈。';
  if (letter) {
    const reason = isEnough ? '' : missing;
    const said = { letterId: letter.id, unitCode: unit, accept: isEnough, reason };
    await world.do(supervisor, judgeAnswer, said);
  }
  if (isEnough) {
    const evidence = '已电话核实,诉求人确认有人联系并说明了完成时间。';
    await world.do(supervisor, closeSupervision, { ...key, words: evidence, fileIds: [] });
  } else if (!letter) {
    await world.do(supervisor, sendBackAnswer, { ...key, words: missing });
  }
}
