import { scorecard as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { checkReport } from './reports/check-report.ts';
import { freezeReport } from './reports/freeze-report.ts';
import { listReports, readReport } from './reports/read-reports.ts';
import { sheetRoutes } from './reports/sheet-routes.ts';
import { readCalls } from './scorecard/read-calls.ts';
import { readRanking } from './scorecard/read-ranking.ts';
import { readSatisfaction } from './scorecard/read-satisfaction.ts';
import { readTrend } from './scorecard/read-trend.ts';
import { listTargets, setTarget } from './scorecard/targets.ts';

export function scorecardRoutes(app: App): void {
  const may = 'indicators.read';
  mount(app, contract.readRanking, { may, audit: 'ranking read' }, readRanking);
  mount(app, contract.readSatisfaction, { may, audit: 'satisfaction read' }, readSatisfaction);
  mount(app, contract.readTrend, { may, audit: 'trend read' }, readTrend);
  mount(app, contract.readCalls, { may, audit: 'call figures read' }, readCalls);
  mount(app, contract.listTargets, { may, audit: 'targets listed' }, listTargets);
  mount(app, contract.listReports, { may, audit: 'reports listed' }, listReports);
  mount(app, contract.readReport, { may, audit: 'report read' }, readReport);
  mount(app, contract.checkReport, { may, audit: 'report made again' }, checkReport);
  const govern = 'indicators.govern';
  mount(app, contract.setTarget, { may: govern, audit: 'target set' }, setTarget);
  mount(app, contract.freezeReport, { may: govern, audit: 'report frozen' }, freezeReport);
  sheetRoutes(app);
}
