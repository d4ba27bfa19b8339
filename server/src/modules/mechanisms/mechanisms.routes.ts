import { mechanisms as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { fillForm } from './fill-form.ts';
import { mechanismGroups } from './groups.ts';
import { jointList } from './joint-list.ts';
import { mechanismOrders } from './mechanism-orders.ts';
import { orderMechanism } from './order-mechanism.ts';
import { raiseObjection, ruleOnObjection } from './raise-objection.ts';
import { listMechanisms, readMechanism } from './read-mechanism.ts';

export function mechanismsRoutes(app: App): void {
  const read = 'mechanisms.read';
  const joint = [read, 'mechanisms.joint'] as const;
  const order = 'orders.read';
  mount(app, contract.listMechanisms, { may: joint, audit: 'mechanisms listed' }, listMechanisms);
  mount(app, contract.readMechanism, { may: read, audit: 'mechanism read' }, readMechanism);
  mount(
    app,
    contract.mechanismOrders,
    { may: read, audit: 'orders of mechanism read' },
    mechanismOrders,
  );
  mount(
    app,
    contract.mechanismGroups,
    { may: read, audit: 'groups of mechanism read' },
    mechanismGroups,
  );
  mount(app, contract.jointList, { may: joint, audit: 'joint list read' }, jointList);
  mount(
    app,
    contract.orderMechanism,
    { may: order, audit: 'mechanism of order read' },
    orderMechanism,
  );
  mount(app, contract.fillForm, { may: order, audit: 'mechanism form filled' }, fillForm);
  mount(
    app,
    contract.raiseObjection,
    { may: ['handling.work', read], audit: 'objection to record raised' },
    raiseObjection,
  );
  mount(
    app,
    contract.ruleOnObjection,
    { may: 'mechanisms.rule', audit: 'objection to record ruled' },
    ruleOnObjection,
  );
}
