import { warnings as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listWarnings } from './list-warnings.ts';
import { readForecast } from './read-forecast.ts';
import { readWarning } from './read-warning.ts';
import { actOnWarning, dismissWarning, lookAtWarning } from './settle.ts';

export function warningRoutes(app: App): void {
  const read = 'warnings.read';
  const settle = 'warnings.settle';
  mount(app, contract.listWarnings, { may: read, audit: 'warnings listed' }, listWarnings);
  mount(app, contract.readForecast, { may: read, audit: 'forecast read' }, readForecast);
  mount(app, contract.readWarning, { may: read, audit: 'warning read' }, readWarning);
  mount(app, contract.lookAtWarning, { may: settle, audit: 'warning looked at' }, lookAtWarning);
  mount(app, contract.dismissWarning, { may: settle, audit: 'warning dismissed' }, dismissWarning);
  mount(app, contract.actOnWarning, { may: settle, audit: 'warning acted on' }, actOnWarning);
}
