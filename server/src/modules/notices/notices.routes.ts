import { desk } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { sentMessages } from './sent-messages.ts';

export function noticeRoutes(app: App): void {
  mount(app, desk.sentMessages, { may: 'twins.use', audit: 'sent messages read' }, sentMessages);
}
