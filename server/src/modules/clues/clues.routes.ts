import { clueRecords, clues, clueUnits } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { answerClue, receiptClue } from './answer-clue.ts';
import { changePack, keepFinding, lookAtPhoto } from './change-pack.ts';
import { closeClue, settleClue } from './close-clue.ts';
import { contestRecord, decideContest } from './contest-record.ts';
import { draftFromOrder } from './draft-from-order.ts';
import { approveFeedback, writeFeedback } from './feedback.ts';
import { joinClue } from './join-clue.ts';
import { planCheck, reportCheck } from './joint-check.ts';
import { listKinds } from './kinds.ts';
import { listClues, readFigures } from './list-clues.ts';
import { markClue } from './mark-clue.ts';
import { readAudit } from './read-audit.ts';
import { readClue } from './read-clue.ts';
import { listSubjects, readSubject } from './read-subjects.ts';
import { recallClue } from './recall-clue.ts';
import { listReceived, readReceived } from './received.ts';
import { sendClue } from './send-clue.ts';
import { signPack } from './sign-pack.ts';
import { listSubjectClues } from './subject-clues.ts';
import { wholeSubject } from './whole-subject.ts';

const mark = 'clues.mark';
const read = 'clues.read';
const lead = 'clues.lead';
const sign = 'clues.sign';

export function clueRoutes(app: App): void {
  mount(app, clues.listKinds, { may: [mark, read], audit: 'clue kinds listed' }, listKinds);
  mount(app, clues.draftFromOrder, { may: mark, audit: 'clue begun' }, draftFromOrder);
  mount(app, clues.markClue, { may: mark, audit: 'clue marked' }, markClue);
  mount(app, clues.listClues, { may: read, audit: 'clues listed' }, listClues);
  recordRoutes(app);
  unitRoutes(app);
  mount(app, clues.readClue, { may: read, audit: 'clue read' }, readClue);
  mount(app, clues.changePack, { may: lead, audit: 'clue changed' }, changePack);
  mount(app, clues.keepFinding, { may: lead, audit: 'finding kept' }, keepFinding);
  mount(app, clues.lookAtPhoto, { may: lead, audit: 'clue photo settled' }, lookAtPhoto);
  mount(app, clues.joinClue, { may: lead, audit: 'clue joined' }, joinClue);
  mount(app, clues.signPack, { may: sign, audit: 'clue signed' }, signPack);
  mount(app, clues.sendClue, { may: lead, audit: 'clue sent' }, sendClue);
  mount(app, clues.recallClue, { may: lead, audit: 'clue recalled' }, recallClue);
  mount(app, clues.closeClue, { may: lead, audit: 'clue closed' }, closeClue);
  mount(app, clues.writeFeedback, { may: lead, audit: 'feedback written' }, writeFeedback);
  mount(app, clues.approveFeedback, { may: sign, audit: 'feedback decided' }, approveFeedback);
}

function recordRoutes(app: App): void {
  const records = clueRecords;
  const audit = { may: 'clues.audit', audit: 'clue protection audited' } as const;
  mount(app, records.readFigures, { may: read, audit: 'clue figures read' }, readFigures);
  mount(app, records.readAudit, audit, readAudit);
  mount(app, records.listSubjects, { may: read, audit: 'clue subjects listed' }, listSubjects);
  mount(app, records.readSubject, { may: read, audit: 'clue subject read' }, readSubject);
  const either = [read, 'mechanisms.read'] as const;
  mount(app, records.wholeSubject, { may: either, audit: 'subject read' }, wholeSubject);
  mount(
    app,
    records.listSubjectClues,
    { may: read, audit: 'clues of subject listed' },
    listSubjectClues,
  );
  mount(app, records.contestRecord, { may: lead, audit: 'record contested' }, contestRecord);
  mount(app, records.decideContest, { may: sign, audit: 'contest decided' }, decideContest);
}

function unitRoutes(app: App): void {
  const units = clueUnits;
  const handle = 'clues.handle';
  mount(app, units.listReceived, { may: handle, audit: 'received clues listed' }, listReceived);
  mount(app, units.readReceived, { may: handle, audit: 'received clue read' }, readReceived);
  mount(app, units.receiptClue, { may: handle, audit: 'clue receipted' }, receiptClue);
  mount(app, units.answerClue, { may: handle, audit: 'clue answered' }, answerClue);
  mount(app, units.planCheck, { may: handle, audit: 'joint check planned' }, planCheck);
  mount(app, units.reportCheck, { may: handle, audit: 'joint check reported' }, reportCheck);
  mount(app, units.settleClue, { may: handle, audit: 'clue settled' }, settleClue);
}
