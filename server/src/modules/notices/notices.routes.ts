import { notices as contract, desk } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { receiptRoutes } from './receipts.routes.ts';
import { sentMessages } from './sent-messages.ts';
import { drop, resend } from './settle-message.ts';
import { listTroubled } from './troubled.ts';

export function noticeRoutes(app: App): void {
  mount(app, desk.sentMessages, { may: 'twins.use', audit: 'sent messages read' }, sentMessages);
  const read = 'notices.read';
  const settle = 'notices.settle';
  mount(app, contract.listTroubled, { may: read, audit: 'troubled notices read' }, listTroubled);
  mount(app, contract.resend, { may: settle, audit: 'notice sent again' }, resend);
  receiptRoutes(app);
  mount(app, contract.drop, { may: settle, audit: 'notice dropped' }, drop);
}
