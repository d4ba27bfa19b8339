import { insight as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { today } from './today.ts';

export function insightRoutes(app: App): void {
  mount(app, contract.today, { may: 'today.read', audit: 'today page read' }, today);
}
