/** 公文函件: draft, approval with a number, sending, signing for, answers. For every module that writes to units. */
export { judgeAnswer } from './answer-letter.ts';
export { approveLetter } from './approve-letter.ts';
export { changeDraft, draftLetter } from './draft-letter.ts';
export {
  findVisible as findVisibleLetter,
  type Letter,
  visibleOrNull as letterIfVisible,
} from './letters.repo.ts';
export { mayReadLetterFile } from './may-read-file.ts';
export { sendLetter, withdrawLetter } from './send-letter.ts';
