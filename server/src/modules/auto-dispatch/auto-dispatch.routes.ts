import { autoDispatch as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { setBar, setMatter, setSwitch } from './change-settings.ts';
import { readPage } from './read-page.ts';
import { sentToday } from './sent-today.ts';

export function autoDispatchRoutes(app: App): void {
  const read = 'auto-dispatch.read';
  // Whoever may start may stop; what lets more through is asked for in the use case.
  const change = 'auto-dispatch.stop';
  mount(app, contract.readPage, { may: read, audit: 'automatic dispatch read' }, readPage);
  mount(
    app,
    contract.sentToday,
    { may: read, audit: 'orders sent automatically listed' },
    sentToday,
  );
  mount(app, contract.setSwitch, { may: change, audit: 'automatic dispatch switched' }, setSwitch);
  mount(app, contract.setBar, { may: change, audit: 'automatic dispatch bar changed' }, setBar);
  mount(
    app,
    contract.setMatter,
    { may: change, audit: 'automatic dispatch of a matter changed' },
    setMatter,
  );
}
