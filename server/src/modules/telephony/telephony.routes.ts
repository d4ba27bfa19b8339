import { telephony as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { callerCard } from './caller-card.ts';
import { ringDemoCall, startManualCall } from './start-call.ts';
import { answerCall, endCall, listRinging } from './talk.ts';

export function telephonyRoutes(app: App): void {
  const may = 'telephony.use';
  mount(app, contract.listRinging, { may, audit: 'ringing calls read' }, listRinging);
  mount(app, contract.ringDemoCall, { may, audit: 'demo call rung' }, ringDemoCall);
  mount(app, contract.startManualCall, { may, audit: 'manual call started' }, startManualCall);
  mount(app, contract.answerCall, { may, audit: 'call answered' }, answerCall);
  mount(app, contract.endCall, { may, audit: 'call ended' }, endCall);
  mount(app, contract.callerCard, { may, audit: 'caller card opened' }, callerCard);
}
