import { notices as contract, desk } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { countInbox, readAll, readInbox, readMessage } from './inbox.ts';
import { readRules } from './read-rules.ts';
import { receiptRoutes } from './receipts.routes.ts';
import { sentMessages } from './sent-messages.ts';
import { drop, resend } from './settle-message.ts';
import { readTally } from './tally.ts';
import { listHeld, listTroubled } from './troubled.ts';

export function noticeRoutes(app: App): void {
  mount(app, desk.sentMessages, { may: 'twins.use', audit: 'sent messages read' }, sentMessages);
  // Whoever has a screen here; another system has none.
  const may = ['orders.read', 'accounts.manage', 'media.read'] as const;
  mount(app, contract.readInbox, { may, audit: 'own messages read' }, readInbox);
  mount(app, contract.countInbox, { may, audit: 'own messages counted' }, countInbox);
  mount(app, contract.readMessage, { may, audit: 'own message marked as read' }, readMessage);
  mount(app, contract.readAll, { may, audit: 'own messages marked as read' }, readAll);
  const read = 'notices.read';
  const settle = 'notices.settle';
  mount(app, contract.listTroubled, { may: read, audit: 'troubled notices read' }, listTroubled);
  mount(app, contract.listHeld, { may: read, audit: 'held notices read' }, listHeld);
  mount(app, contract.readRules, { may: read, audit: 'notice rules read' }, readRules);
  mount(app, contract.readTally, { may: read, audit: 'notice sums read' }, readTally);
  mount(app, contract.resend, { may: settle, audit: 'notice sent again' }, resend);
  receiptRoutes(app);
  mount(app, contract.drop, { may: settle, audit: 'notice dropped' }, drop);
}
