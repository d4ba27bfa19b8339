import { telephony as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { callerCard } from './caller-card.ts';
import { handCallerOver, putThroughAgain, sayPutThrough, takeCallerBack } from './put-through.ts';
import { leaveMissed, listMissed, ringBack, sayOutcome } from './ring-back.ts';
import { ringDemoCall, startManualCall } from './start-call.ts';
import { answerCall, endCall, listOwnCalls, listRinging } from './talk.ts';

export function telephonyRoutes(app: App): void {
  const may = 'telephony.use';
  mount(app, contract.listRinging, { may, audit: 'ringing calls read' }, listRinging);
  mount(app, contract.ringDemoCall, { may, audit: 'demo call rung' }, ringDemoCall);
  mount(app, contract.startManualCall, { may, audit: 'manual call started' }, startManualCall);
  mount(app, contract.answerCall, { may, audit: 'call answered' }, answerCall);
  mount(app, contract.endCall, { may, audit: 'call ended' }, endCall);
  mount(app, contract.listOwnCalls, { may, audit: 'own calls read' }, listOwnCalls);
  mount(app, contract.listMissed, { may, audit: 'missed calls read' }, listMissed);
  mount(app, contract.ringBack, { may, audit: 'missed caller rung back' }, ringBack);
  mount(app, contract.leaveMissed, { may, audit: 'missed caller left' }, leaveMissed);
  mount(app, contract.sayOutcome, { may, audit: 'outcome of a call said' }, sayOutcome);
  mount(
    app,
    contract.sayPutThrough,
    { may, audit: 'outcome of the other line said' },
    sayPutThrough,
  );
  mount(app, contract.putThroughAgain, { may, audit: 'other line rung again' }, putThroughAgain);
  mount(app, contract.takeCallerBack, { may, audit: 'caller taken back' }, takeCallerBack);
  mount(app, contract.handCallerOver, { may, audit: 'caller handed over' }, handCallerOver);
  mount(app, contract.callerCard, { may, audit: 'caller card opened' }, callerCard);
}
