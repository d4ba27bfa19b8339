import { callBack as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { answerMessage } from './answer-message.ts';
import { attempt } from './attempt.ts';
import { close, closeMany } from './close.ts';
import { finishFollowUp, listFollowUps } from './follow-up-desk.ts';
import { redo } from './redo.ts';
import { callBackSheet } from './sheet.ts';

export function callBackRoutes(app: App): void {
  mount(
    app,
    contract.listFollowUps,
    { may: 'call-back.do', audit: 'follow-ups read' },
    listFollowUps,
  );
  mount(
    app,
    contract.finishFollowUp,
    { may: 'call-back.do', audit: 'follow-up done' },
    finishFollowUp,
  );
  mount(
    app,
    contract.callBackSheet,
    { may: 'call-back.do', audit: 'call-back sheet read' },
    callBackSheet,
  );
  mount(app, contract.attempt, { may: 'call-back.do', audit: 'call-back attempted' }, attempt);
  mount(app, contract.close, { may: 'call-back.close', audit: 'order closed' }, close);
  mount(
    app,
    contract.closeMany,
    { may: 'call-back.close', audit: 'orders closed together' },
    closeMany,
  );
  mount(
    app,
    contract.answerMessage,
    { may: 'twins.use', audit: 'pretend SMS answered' },
    answerMessage,
  );
  mount(app, contract.redo, { may: 'call-back.close', audit: 'order sent back' }, redo);
}
