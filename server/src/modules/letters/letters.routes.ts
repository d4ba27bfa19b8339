import { letters as contract } from '@minsheng/contract';
import { type App, mount, mountRaw } from '../../platform/http.ts';
import { answerLetter, judgeAnswer, signLetter } from './answer-letter.ts';
import { approveLetter } from './approve-letter.ts';
import { changeDraft, draftLetter } from './draft-letter.ts';
import { exportLettersRoute } from './export-letters.ts';
import { listLetters, listTemplates } from './list-letters.ts';
import { letterAsDocx, letterAsPdf, printLetter } from './print-letter.ts';
import { readLetter } from './read-letter.ts';
import { sendLetter, withdrawLetter } from './send-letter.ts';

const write = 'letters.write';
const receive = 'letters.receive';
const read = [write, 'letters.approve', receive] as const;

export function letterRoutes(app: App): void {
  mount(app, contract.listLetters, { may: read, audit: 'letters listed' }, listLetters);
  mount(app, contract.listTemplates, { may: write, audit: 'templates listed' }, listTemplates);
  mount(app, contract.readLetter, { may: read, audit: 'letter read' }, readLetter);
  mount(app, contract.draftLetter, { may: write, audit: 'letter drafted' }, draftLetter);
  mount(app, contract.changeDraft, { may: write, audit: 'letter changed' }, changeDraft);
  const approve = { may: 'letters.approve', audit: 'letter approved' } as const;
  mount(app, contract.approveLetter, approve, approveLetter);
  mount(app, contract.sendLetter, { may: write, audit: 'letter sent' }, sendLetter);
  const withdraw = { may: [write, 'letters.approve'], audit: 'letter withdrawn' } as const;
  mount(app, contract.withdrawLetter, withdraw, withdrawLetter);
  mount(app, contract.signLetter, { may: receive, audit: 'letter signed for' }, signLetter);
  mount(app, contract.answerLetter, { may: receive, audit: 'letter answered' }, answerLetter);
  mount(app, contract.judgeAnswer, { may: write, audit: 'answer judged' }, judgeAnswer);
  exportLettersRoute(app);
  paperRoutes(app);
}

/** What is no JSON: a page to print, a Word file, a PDF. */
function paperRoutes(app: App): void {
  const paper = { method: 'GET', may: read } as const;
  mountRaw(
    app,
    {
      ...paper,
      path: contract.letterPrintPath,
      audit: 'letter printed',
      summary: 'The letter as a page to print',
    },
    printLetter,
  );
  mountRaw(
    app,
    {
      ...paper,
      path: contract.letterDocxPath,
      audit: 'letter saved as docx',
      summary: 'The letter as a Word file',
    },
    letterAsDocx,
  );
  mountRaw(
    app,
    {
      ...paper,
      path: contract.letterPdfPath,
      audit: 'letter saved as pdf',
      summary: 'The letter as PDF',
    },
    letterAsPdf,
  );
}
