import { visits as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { askVisit, cancelVisit } from './ask-visit.ts';
import { exportVisitsRoute } from './export-visits.ts';
import { finishVisit } from './finish-visit.ts';
import { addVisitPhoto, beginVisit } from './go-there.ts';
import { listChecklists, listVisits } from './list-visits.ts';
import { readVisit } from './read-visit.ts';
import { reportFromVisit } from './report-from-visit.ts';
import { listVisitors } from './visitors.ts';
import { visitsToGo } from './visits-to-go.ts';

const ask = 'visits.ask';
const go = 'visits.do';
const read = [ask, go] as const;

export function visitRoutes(app: App): void {
  mount(app, contract.listVisits, { may: read, audit: 'visits listed' }, listVisits);
  mount(app, contract.listChecklists, { may: ask, audit: 'checklists listed' }, listChecklists);
  mount(app, contract.listVisitors, { may: ask, audit: 'visitors listed' }, listVisitors);
  mount(app, contract.visitsToGo, { may: go, audit: 'visits taken along' }, visitsToGo);
  mount(app, contract.readVisit, { may: read, audit: 'visit read' }, readVisit);
  mount(app, contract.askVisit, { may: ask, audit: 'visit asked' }, askVisit);
  mount(app, contract.beginVisit, { may: go, audit: 'visit begun' }, beginVisit);
  mount(app, contract.addVisitPhoto, { may: go, audit: 'visit photo added' }, addVisitPhoto);
  mount(app, contract.finishVisit, { may: go, audit: 'visit finished' }, finishVisit);
  const report = { may: 'call-back.judge', audit: 'false completion registered' } as const;
  mount(app, contract.reportFromVisit, report, reportFromVisit);
  mount(app, contract.cancelVisit, { may: ask, audit: 'visit cancelled' }, cancelVisit);
  exportVisitsRoute(app);
}
