import { telephony as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { callerCard } from './caller-card.ts';
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
  mount(app, contract.callerCard, { may, audit: 'caller card opened' }, callerCard);
}
