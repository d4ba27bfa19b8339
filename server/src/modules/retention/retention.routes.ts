import { retention as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listClasses } from './classes.ts';
import { exportRoute } from './export-list.ts';
import { listHolds } from './list-holds.ts';
import { listLists, readList } from './read-lists.ts';
import { liftHold, setHold } from './set-hold.ts';
import { refuseList, secureList, signList } from './sign-list.ts';

export function retentionRoutes(app: App): void {
  const read = 'retention.read';
  const hold = 'retention.hold';
  mount(app, contract.listClasses, { may: read, audit: 'retention table read' }, listClasses);
  mount(app, contract.listHolds, { may: read, audit: 'holds listed' }, listHolds);
  mount(app, contract.setHold, { may: hold, audit: 'hold set' }, setHold);
  mount(app, contract.liftHold, { may: hold, audit: 'hold lifted' }, liftHold);
  mount(app, contract.listLists, { may: read, audit: 'destruction lists listed' }, listLists);
  mount(app, contract.readList, { may: read, audit: 'destruction list read' }, readList);
  exportRoute(app);
  const first = { may: 'retention.sign', audit: 'destruction list signed' } as const;
  mount(app, contract.signList, first, signList);
  const second = { may: 'retention.secure', audit: 'destruction list secured' } as const;
  mount(app, contract.secureList, second, secureList);
  const either = ['retention.sign', 'retention.secure'] as const;
  mount(app, contract.refuseList, { may: either, audit: 'destruction list refused' }, refuseList);
}
