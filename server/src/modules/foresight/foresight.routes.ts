import { foresightSignals as signals } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { confirmSignal, declineSignal } from './decide-signal.ts';
import { enterSignal } from './enter-signal.ts';
import { importSignals } from './import-signals.ts';
import { listSignals } from './list-signals.ts';

export function foresightRoutes(app: App): void {
  const read = 'foresight.read';
  const work = 'foresight.work';
  const lead = 'emergency.lead';
  mount(app, signals.listSignals, { may: read, audit: 'signals listed' }, listSignals);
  mount(app, signals.enterSignal, { may: work, audit: 'signal entered' }, enterSignal);
  mount(app, signals.importSignals, { may: work, audit: 'signals imported' }, importSignals);
  mount(app, signals.confirmSignal, { may: lead, audit: 'warning confirmed' }, confirmSignal);
  mount(app, signals.declineSignal, { may: lead, audit: 'warning declined' }, declineSignal);
}
