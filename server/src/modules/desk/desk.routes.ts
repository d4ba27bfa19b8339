import { desk as contract } from '@minsheng/contract';
import { type App, mount, mountShared } from '../../platform/http.ts';
import { counters } from './counters.ts';
import { deskAssignments } from './desk-assignments.ts';
import { readDesk, shownTo } from './desk-orders.ts';
import { dutiesToName } from './duties-to-name.ts';

export function deskRoutes(app: App): void {
  mountShared(
    app,
    contract.counters,
    { may: 'signed-in', audit: 'counters read' },
    { read: counters, shown: (_, counted) => counted },
  );
  mountShared(
    app,
    contract.deskOrders,
    { may: 'orders.read', audit: 'desk read' },
    { read: readDesk, shown: shownTo },
  );
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
