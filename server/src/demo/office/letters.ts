import { answerLetter, judgeAnswer, signLetter } from '../../modules/letters/answer-letter.ts';
import {
  approveLetter,
  draftLetter,
  sendLetter,
  withdrawLetter,
} from '../../modules/letters/index.ts';
import type { Life } from '../lives/scene.ts';
import { type Errand, later, morning, type Office } from './errand.ts';
import { type LetterWords, letterWords } from './letter-words.ts';

/** 提醒函 from a draft to an accepted answer. */
export const letters = (end: Date): Errand[] =>
  letterWords.map((words, no) => ({
    at: morning(end, words.daysAgo, 15 + no * 6),
    happens: (office) => letter(office, words),
  }));

async function* letter(office: Office, words: LetterWords): Life {
  const { world, staff, units } = office;
  const writer = await staff.centre('analyst');
  const approver = await staff.centre('director');
  const { subject, basis, data, problem, advice } = words;
  const slots = { subject, basis, data, problem, advice };
  const toUnits = words.to.map((name) => units[name]);
  const { letterId } = await world.do(writer, draftLetter, {
    template: 'reminder-letter',
    slots,
    toUnits,
  });
  if (words.until === 'draft') return;
  yield later(office, 40);
  if (words.until === 'withdrawn') {
    await world.do(writer, withdrawLetter, { letterId, reason: '情况已当面沟通,不再发函。' });
    return;
  }
  await world.do(approver, approveLetter, { letterId });
  if (words.until === 'approved') return;
  yield later(office, 30);
  await world.do(writer, sendLetter, { letterId });
  if (words.until === 'sent') return;
  yield later(office, 200);
  for (const unit of toUnits) yield* received(office, { letterId, unit, words });
}

interface Received {
  letterId: string;
  unit: string;
  words: LetterWords;
}

async function* received(office: Office, { letterId, unit, words }: Received): Life {
  const { world, staff } = office;
  const reader = await staff.unit(unit, 'work');
  await world.do(reader, signLetter, { letterId });
  if (words.until === 'signed') return;
  yield later(office, 600);
  await world.do(reader, answerLetter, { letterId, content: words.answer, fileIds: [] });
  if (words.until === 'answered') return;
  yield later(office, 180);
  const accept = words.until === 'accepted';
  const reason = accept ? '' : '没有写明通知了哪些工地、巡查几次、结果如何,请补充后再报。';
  const judged = { letterId, unitCode: unit, accept, reason };
  await world.do(await staff.centre('analyst'), judgeAnswer, judged);
}
