import { handouts as contract, handoutsPublic } from '@minsheng/contract';
import { type App, mount, mountRaw } from '../../platform/http.ts';
import { sendForm } from './form-of-entry.ts';
import { ofCall, ofOrder } from './list-handouts.ts';
import { openHandout } from './open-handout.ts';
import { sendHandout } from './send-handout.ts';

const send = 'intake.receive';

export function handoutRoutes(app: App): void {
  mount(app, contract.sendHandout, { may: send, audit: 'answer sent by link' }, sendHandout);
  mount(app, contract.ofCall, { may: send, audit: 'answers sent of call read' }, ofCall);
  mount(
    app,
    contract.ofOrder,
    { may: 'orders.read', audit: 'answers sent of order read' },
    ofOrder,
  );
  mount(
    app,
    handoutsPublic.openHandout,
    { may: 'public', audit: 'answer opened by link', limit: 30 },
    openHandout,
  );
  mountRaw(
    app,
    {
      method: 'GET',
      path: handoutsPublic.formPath,
      summary: 'A form of a public answer, as docx',
      may: 'public',
      audit: 'form fetched',
    },
    sendForm,
  );
}
