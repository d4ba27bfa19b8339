import { conduct as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { askMark } from './ask-mark.ts';
import { decideMark } from './decide-mark.ts';
import { listMarks, readCaller, readMark } from './read-marks.ts';
import { askMarkReview, reviewMark } from './review-mark.ts';

export function conductRoutes(app: App): void {
  const onCall = 'telephony.use';
  mount(app, contract.readCaller, { may: onCall, audit: 'caller conduct read' }, readCaller);
  mount(app, contract.askMark, { may: onCall, audit: 'conduct marked' }, askMark);
  const may = ['conduct.approve', 'conduct.approve-long'] as const;
  mount(app, contract.listMarks, { may, audit: 'conduct marks listed' }, listMarks);
  mount(app, contract.readMark, { may, audit: 'conduct mark read' }, readMark);
  mount(app, contract.decideMark, { may, audit: 'conduct measure decided' }, decideMark);
  mount(
    app,
    contract.askMarkReview,
    { may: ['intake.receive', ...may], audit: 'conduct review asked' },
    askMarkReview,
  );
  mount(app, contract.reviewMark, { may, audit: 'conduct measure reviewed' }, reviewMark);
}
