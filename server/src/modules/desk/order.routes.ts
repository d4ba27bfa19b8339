import { orders as contract, notices } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { addNote } from './add-note.ts';
import { clocks } from './clocks.ts';
import { orderNotices } from './order-notices.ts';
import { orderPage } from './order-page.ts';
import { timeline } from './timeline.ts';
import { viewPeople } from './view-people.ts';

export function orderRoutes(app: App): void {
  const may = 'orders.read';
  mount(app, contract.orderPage, { may, audit: 'order read' }, orderPage);
  mount(app, contract.timeline, { may, audit: 'order timeline read' }, timeline);
  mount(app, contract.clocks, { may, audit: 'order clocks read' }, clocks);
  mount(app, notices.ofOrder, { may, audit: 'notices of order read' }, orderNotices);
  mount(app, contract.addNote, { may, audit: 'note added' }, addNote);
  mount(
    app,
    contract.viewPeople,
    { may: 'orders.read-people', audit: 'requester viewed' },
    viewPeople,
  );
}
