import { problems as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { acceptProblem } from './accept-problem.ts';
import { askRun } from './ask-run.ts';
import { dismissProblem, reopenProblem } from './dismiss-problem.ts';
import { exportProblemsRoute } from './export-problems.ts';
import { readProblem } from './read-problem.ts';
import { listRuns, readRun } from './read-runs.ts';
import { takeOut } from './take-out.ts';

export function problemRoutes(app: App): void {
  const read = 'problems.read';
  const settle = 'problems.settle';
  mount(app, contract.askRun, { may: settle, audit: 'grouping asked for' }, askRun);
  mount(app, contract.listRuns, { may: read, audit: 'groupings listed' }, listRuns);
  mount(app, contract.readRun, { may: read, audit: 'grouping read' }, readRun);
  mount(app, contract.readProblem, { may: read, audit: 'problem read' }, readProblem);
  mount(app, contract.acceptProblem, { may: settle, audit: 'problem accepted' }, acceptProblem);
  mount(app, contract.dismissProblem, { may: settle, audit: 'problem dismissed' }, dismissProblem);
  mount(app, contract.reopenProblem, { may: settle, audit: 'problem reopened' }, reopenProblem);
  mount(app, contract.takeOut, { may: settle, audit: 'order taken out of problem' }, takeOut);
  exportProblemsRoute(app);
}
