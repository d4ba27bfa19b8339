import { foresight, foresightSignals as signals } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { askForecast } from './ask-forecast.ts';
import { compareForecast } from './compare-forecast.ts';
import { confirmForecast, dismissForecast } from './decide-forecast.ts';
import { confirmSignal, declineSignal } from './decide-signal.ts';
import { enterSignal } from './enter-signal.ts';
import { importSignals } from './import-signals.ts';
import { listSignals } from './list-signals.ts';
import { openProactive } from './open-proactive.ts';
import { listCounted, listForecasts, readForecast } from './read-forecast.ts';
import { listProactive, ofOrder } from './read-proactive.ts';
import { decideTelling, deliverTelling, listTellings, writeTelling } from './tellings.ts';

const read = 'foresight.read';
const work = 'foresight.work';
const approve = 'foresight.approve';
const lead = 'emergency.lead';

export function foresightRoutes(app: App): void {
  mount(app, signals.listSignals, { may: read, audit: 'signals listed' }, listSignals);
  mount(app, signals.enterSignal, { may: work, audit: 'signal entered' }, enterSignal);
  mount(app, signals.importSignals, { may: work, audit: 'signals imported' }, importSignals);
  mount(app, signals.confirmSignal, { may: lead, audit: 'warning confirmed' }, confirmSignal);
  mount(app, signals.declineSignal, { may: lead, audit: 'warning declined' }, declineSignal);
  aheadRoutes(app);
}

function aheadRoutes(app: App): void {
  const f = foresight;
  mount(app, f.listForecasts, { may: read, audit: 'forecasts listed' }, listForecasts);
  mount(app, f.askForecast, { may: work, audit: 'forecast asked for' }, askForecast);
  mount(app, f.readForecast, { may: read, audit: 'forecast read' }, readForecast);
  mount(app, f.confirmForecast, { may: work, audit: 'forecast confirmed' }, confirmForecast);
  mount(app, f.dismissForecast, { may: work, audit: 'forecast dismissed' }, dismissForecast);
  mount(app, f.listCounted, { may: read, audit: 'orders behind figure listed' }, listCounted);
  mount(app, f.compareForecast, { may: work, audit: 'forecast compared' }, compareForecast);
  mount(app, f.openProactive, { may: work, audit: 'proactive order opened' }, openProactive);
  mount(app, f.listProactive, { may: read, audit: 'proactive orders listed' }, listProactive);
  mount(app, f.ofOrder, { may: 'orders.read', audit: 'basis of order read' }, ofOrder);
  mount(app, f.listTellings, { may: read, audit: 'public notices listed' }, listTellings);
  mount(app, f.writeTelling, { may: work, audit: 'public notice written' }, writeTelling);
  mount(app, f.decideTelling, { may: approve, audit: 'public notice decided' }, decideTelling);
  mount(app, f.deliverTelling, { may: work, audit: 'public notice delivered' }, deliverTelling);
}
