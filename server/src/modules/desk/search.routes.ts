import { issues, orders } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { erasePerson } from './erase-person.ts';
import { exportRoute } from './export-orders.ts';
import { issuePage } from './issue-page.ts';
import { proposalsOfOrder, proposalsToIssue } from './proposals.ts';
import { searchOrders } from './search-orders.ts';

export function searchRoutes(app: App): void {
  exportRoute(app);
  mount(app, orders.searchOrders, { may: 'orders.search', audit: 'orders searched' }, searchOrders);
  mount(
    app,
    orders.erasePerson,
    { may: 'orders.read-secret', audit: 'person erased' },
    erasePerson,
  );
  mount(app, issues.issuePage, { may: 'orders.read', audit: 'issue read' }, issuePage);
  const may = 'issues.link';
  mount(app, issues.proposalsOfOrder, { may, audit: 'same thing read' }, proposalsOfOrder);
  mount(app, issues.proposalsToIssue, { may, audit: 'same thing read' }, proposalsToIssue);
}
