/** 公文函件: draft, approval with a number, sending, signing for, answers. For every module that writes to units. */
import './answer-wait.ts';
import './judgement-wait.ts';
import './signing-wait.ts';

export { judgeAnswer } from './answer-letter.ts';
export { approveLetter } from './approve-letter.ts';
export { knowConcern } from './concern.ts';
export { changeDraft, draftLetter } from './draft-letter.ts';
export { type Block, blocksOf, type Sheet } from './letter-blocks.ts';
export { docxType, letterDocx } from './letter-docx.ts';
export { letterPage, pagePolicy } from './letter-page.ts';
export {
  findVisible as findVisibleLetter,
  type Letter,
  visibleAmong as lettersIfVisible,
  visibleOrNull as letterIfVisible,
} from './letters.repo.ts';
export { mayReadLetterFile } from './may-read-file.ts';
export { whyLetterSentBack } from './receipts.repo.ts';
export { sendLetter, withdrawLetter } from './send-letter.ts';
export { addresseeOf } from './templates.ts';
