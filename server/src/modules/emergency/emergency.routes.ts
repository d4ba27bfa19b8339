import { emergency as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listGroups, saveGroup } from './groups.ts';
import { approveGuest, askGuest, endGuest, listGuests } from './guests.ts';
import { massSend } from './mass-send.ts';
import { endMode, listModes, openMode } from './modes.ts';
import { listCandidates, orderEmergency, readBoard } from './read-board.ts';

export function emergencyRoutes(app: App): void {
  const read = 'emergency.read';
  const lead = 'emergency.lead';
  const send = 'dispatch.send';
  mount(app, contract.listGroups, { may: read, audit: 'linkage groups read' }, listGroups);
  mount(app, contract.saveGroup, { may: lead, audit: 'linkage group changed' }, saveGroup);
  mount(app, contract.listModes, { may: read, audit: 'emergency modes read' }, listModes);
  mount(app, contract.openMode, { may: lead, audit: 'emergency mode opened' }, openMode);
  mount(app, contract.endMode, { may: lead, audit: 'emergency mode ended' }, endMode);
  mount(app, contract.readBoard, { may: read, audit: 'situation board read' }, readBoard);
  mount(
    app,
    contract.listCandidates,
    { may: send, audit: 'orders for mass dispatch read' },
    listCandidates,
  );
  mount(app, contract.massSend, { may: send, audit: 'orders dispatched together' }, massSend);
  mount(app, contract.listGuests, { may: lead, audit: 'helping agents read' }, listGuests);
  mount(app, contract.askGuest, { may: lead, audit: 'helping agent asked' }, askGuest);
  mount(app, contract.approveGuest, { may: lead, audit: 'helping agent approved' }, approveGuest);
  mount(app, contract.endGuest, { may: lead, audit: 'helping agent ended' }, endGuest);
  mount(
    app,
    contract.orderEmergency,
    { may: 'orders.read', audit: 'emergency marks of order read' },
    orderEmergency,
  );
}
