import { appeals, intake as contract, learning } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { assessAppeal } from './assess.ts';
import {
  addToAppeal,
  askReviewOfAppeal,
  rateAppeal,
  trackAppeal,
  tryAppealCode,
  urgeAppeal,
  withdrawAppeal,
} from './by-code.ts';
import { createOrder } from './create-order.ts';
import { dropDraft, listDrafts, saveDraft } from './drafts.ts';
import {
  changeUrgency,
  correctNumberFor,
  supplementFor,
  urgeFor,
  withdrawFor,
} from './for-requester.ts';
import { likelyRepeats } from './likely-repeats.ts';
import { readProgress } from './progress.ts';
import { putThrough } from './put-through.ts';
import { receiveByApi, sendAppeal } from './send-appeal.ts';
import { suggestForAppeal } from './suggest-for-appeal.ts';
import { endTransfer, noteTransferReceipt, readTransfer, returnTransfer } from './transfers.ts';
import { acceptWaiting, checkAccepted, takeWaiting } from './waiting.ts';

export function intakeRoutes(app: App): void {
  mount(app, contract.createOrder, { may: 'intake.receive', audit: 'order created' }, createOrder);
  mount(
    app,
    contract.putThrough,
    { may: 'intake.receive', audit: 'caller put through to 110' },
    putThrough,
  );
  mount(
    app,
    contract.assessAppeal,
    { may: 'intake.receive', audit: 'appeal assessed' },
    assessAppeal,
  );
  mount(
    app,
    learning.suggestForAppeal,
    { may: 'intake.receive', audit: 'appeal suggestion read' },
    suggestForAppeal,
  );
  mount(
    app,
    contract.likelyRepeats,
    { may: 'intake.receive', audit: 'likely repeats read' },
    likelyRepeats,
  );
  mount(app, contract.listDrafts, { may: 'intake.receive', audit: 'drafts read' }, listDrafts);
  mount(app, contract.saveDraft, { may: 'intake.receive', audit: 'draft saved' }, saveDraft);
  mount(app, contract.dropDraft, { may: 'intake.receive', audit: 'draft dropped' }, dropDraft);
  mount(
    app,
    contract.takeWaiting,
    { may: 'intake.receive', audit: 'waiting appeal taken' },
    takeWaiting,
  );
  mount(
    app,
    contract.acceptWaiting,
    { may: 'intake.receive', audit: 'appeal accepted' },
    acceptWaiting,
  );
  mount(
    app,
    contract.checkAccepted,
    { may: 'intake.receive', audit: 'rule acceptance checked' },
    checkAccepted,
  );
  transferRoutes(app);
  mount(
    app,
    contract.supplement,
    { may: 'intake.receive', audit: 'appeal supplemented' },
    supplementFor,
  );
  mount(app, contract.urge, { may: 'intake.receive', audit: 'order urged' }, urgeFor);
  mount(
    app,
    contract.correctNumber,
    { may: 'intake.receive', audit: 'number corrected' },
    correctNumberFor,
  );
  mount(app, contract.withdraw, { may: 'intake.receive', audit: 'appeal withdrawn' }, withdrawFor);
  mount(
    app,
    contract.changeUrgency,
    { may: ['intake.receive', 'dispatch.send'], audit: 'urgency changed' },
    changeUrgency,
  );
  mount(
    app,
    contract.readProgress,
    { may: 'intake.receive', audit: 'progress read' },
    readProgress,
  );
  mount(
    app,
    contract.receiveByApi,
    { may: 'intake.api', audit: 'appeal received by interface' },
    receiveByApi,
  );
  publicRoutes(app);
}

function transferRoutes(app: App): void {
  const may = 'intake.receive';
  mount(app, contract.readTransfer, { may, audit: 'transfer read' }, readTransfer);
  mount(
    app,
    contract.noteTransferReceipt,
    { may, audit: 'transfer receipt noted' },
    noteTransferReceipt,
  );
  mount(app, contract.endTransfer, { may, audit: 'transfer ended' }, endTransfer);
  mount(app, contract.returnTransfer, { may, audit: 'transfer returned' }, returnTransfer);
}

/** A code is eight characters of thirty-four; with these limits nobody guesses one. */
function publicRoutes(app: App): void {
  const first = tryAppealCode;
  mount(app, appeals.sendAppeal, { may: 'public', audit: 'appeal sent', limit: 20 }, sendAppeal);
  mount(
    app,
    appeals.trackAppeal,
    { may: 'public', audit: 'appeal tracked', limit: 30, first },
    trackAppeal,
  );
  mount(
    app,
    appeals.addToAppeal,
    { may: 'public', audit: 'appeal added to', limit: 20, first },
    addToAppeal,
  );
  mount(
    app,
    appeals.urgeAppeal,
    { may: 'public', audit: 'appeal urged', limit: 20, first },
    urgeAppeal,
  );
  mount(
    app,
    appeals.withdrawAppeal,
    { may: 'public', audit: 'appeal withdrawn by requester', limit: 20, first },
    withdrawAppeal,
  );
  mount(
    app,
    appeals.askReview,
    { may: 'public', audit: 'review asked', limit: 20, first },
    askReviewOfAppeal,
  );
  mount(
    app,
    appeals.rateAppeal,
    { may: 'public', audit: 'appeal rated', limit: 20, first },
    rateAppeal,
  );
}
