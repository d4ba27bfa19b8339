import { desk as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { counters } from './counters.ts';
import { deskAssignments } from './desk-assignments.ts';
import { deskOrders } from './desk-orders.ts';
import { dutiesToName } from './duties-to-name.ts';

export function deskRoutes(app: App): void {
  mount(app, contract.counters, { may: 'signed-in', audit: 'counters read' }, counters);
  mount(app, contract.deskOrders, { may: 'orders.read', audit: 'desk read' }, deskOrders);
  mount(
    app,
    contract.deskAssignments,
    { may: 'orders.read', audit: 'unit desk read' },
    deskAssignments,
  );
  mount(
    app,
    contract.dutiesToName,
    { may: 'handling.sign-off', audit: 'duties to name read' },
    dutiesToName,
  );
}
