import { calendar as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { decideDay } from './decide-day.ts';
import { listCalendar } from './list-calendar.ts';
import { proposeDay } from './propose-day.ts';

export function calendarRoutes(app: App): void {
  mount(app, contract.listCalendar, { may: 'signed-in', audit: 'calendar read' }, listCalendar);
  mount(app, contract.proposeDay, { may: 'city.edit', audit: 'calendar day proposed' }, proposeDay);
  mount(
    app,
    contract.decideDay,
    { may: 'dispatch.govern', audit: 'calendar day decided' },
    decideDay,
  );
}
