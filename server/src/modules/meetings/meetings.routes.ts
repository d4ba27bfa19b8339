import { meetings as contract } from '@minsheng/contract';
import { type App, mount, mountRaw } from '../../platform/http.ts';
import { exportMeetingsRoute } from './export-meetings.ts';
import { holdMeeting, sayWhoComes } from './hold-meeting.ts';
import { cancelMeeting, moveMeeting, planMeeting } from './plan-meeting.ts';
import { minutesAsDocx, printMinutes } from './print-minutes.ts';
import { listMeetings, readMeeting } from './read-meetings.ts';
import { signMinutes, writeMinutes } from './write-minutes.ts';

const plan = 'meetings.plan';
const attend = 'meetings.attend';
const read = [plan, attend] as const;

export function meetingRoutes(app: App): void {
  mount(app, contract.listMeetings, { may: read, audit: 'meetings listed' }, listMeetings);
  mount(app, contract.readMeeting, { may: read, audit: 'meeting read' }, readMeeting);
  mount(app, contract.planMeeting, { may: plan, audit: 'meeting planned' }, planMeeting);
  mount(app, contract.moveMeeting, { may: plan, audit: 'meeting moved' }, moveMeeting);
  mount(app, contract.sayWhoComes, { may: attend, audit: 'attendance announced' }, sayWhoComes);
  mount(app, contract.holdMeeting, { may: plan, audit: 'meeting held' }, holdMeeting);
  mount(app, contract.writeMinutes, { may: plan, audit: 'minutes written' }, writeMinutes);
  const sign = { may: 'meetings.sign', audit: 'minutes signed' } as const;
  mount(app, contract.signMinutes, sign, signMinutes);
  mount(app, contract.cancelMeeting, { may: plan, audit: 'meeting cancelled' }, cancelMeeting);
  exportMeetingsRoute(app);
  paperRoutes(app);
}

/** What is no JSON: a page to print, a Word file. */
function paperRoutes(app: App): void {
  const paper = { method: 'GET', may: read } as const;
  mountRaw(
    app,
    {
      ...paper,
      path: contract.minutesPrintPath,
      audit: 'minutes printed',
      summary: 'The signed minutes as a page to print',
    },
    printMinutes,
  );
  mountRaw(
    app,
    {
      ...paper,
      path: contract.minutesDocxPath,
      audit: 'minutes saved as docx',
      summary: 'The signed minutes as a Word file',
    },
    minutesAsDocx,
  );
}
