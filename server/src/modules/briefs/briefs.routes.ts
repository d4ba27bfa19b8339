import { briefs as contract } from '@minsheng/contract';
import { type App, mount, mountRaw } from '../../platform/http.ts';
import { beginBrief, listBriefTemplates } from './begin-brief.ts';
import { briefAsDocx, printBrief } from './print-brief.ts';
import { listBriefs, readBrief } from './read-briefs.ts';
import { checkBrief, noteOnBrief, signBrief, withdrawBrief, writeBrief } from './sign-brief.ts';

const read = 'briefs.read';
const write = 'briefs.write';

export function briefRoutes(app: App): void {
  mount(
    app,
    contract.listBriefTemplates,
    { may: read, audit: 'templates listed' },
    listBriefTemplates,
  );
  mount(app, contract.listBriefs, { may: read, audit: 'briefs listed' }, listBriefs);
  mount(app, contract.beginBrief, { may: write, audit: 'brief begun' }, beginBrief);
  mount(app, contract.readBrief, { may: read, audit: 'brief read' }, readBrief);
  mount(app, contract.writeBrief, { may: write, audit: 'brief written' }, writeBrief);
  mount(app, contract.signBrief, { may: 'briefs.sign', audit: 'brief signed' }, signBrief);
  const either = [write, 'briefs.sign'] as const;
  mount(app, contract.withdrawBrief, { may: either, audit: 'brief withdrawn' }, withdrawBrief);
  mount(app, contract.checkBrief, { may: read, audit: 'brief checked' }, checkBrief);
  mount(app, contract.noteOnBrief, { may: write, audit: 'leader’s note entered' }, noteOnBrief);
  const paper = { method: 'GET', may: read } as const;
  mountRaw(
    app,
    {
      ...paper,
      path: contract.briefPrintPath,
      audit: 'brief printed',
      summary: 'The brief as a page to print',
    },
    printBrief,
  );
  mountRaw(
    app,
    {
      ...paper,
      path: contract.briefDocxPath,
      audit: 'brief saved as docx',
      summary: 'The brief as a Word file',
    },
    briefAsDocx,
  );
}
