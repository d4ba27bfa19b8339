import { tasks as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { exportTasksRoute } from './export-tasks.ts';
import { askForTime, decideOnTime } from './extend-task.ts';
import { giveTask } from './give-task.ts';
import { judgeClaim } from './judge-claim.ts';
import { listTasks } from './list-tasks.ts';
import { readTask } from './read-task.ts';
import { withdrawTask } from './withdraw-task.ts';
import { acceptTask, claimDone } from './work-on-task.ts';

const give = 'tasks.give';
const work = 'tasks.work';
const read = [give, work] as const;

export function taskRoutes(app: App): void {
  mount(app, contract.listTasks, { may: read, audit: 'tasks listed' }, listTasks);
  mount(app, contract.readTask, { may: read, audit: 'task read' }, readTask);
  mount(app, contract.giveTask, { may: give, audit: 'task given' }, giveTask);
  mount(app, contract.acceptTask, { may: work, audit: 'task accepted' }, acceptTask);
  mount(app, contract.claimDone, { may: work, audit: 'task claimed done' }, claimDone);
  mount(app, contract.judgeClaim, { may: give, audit: 'task judged' }, judgeClaim);
  mount(app, contract.askForTime, { may: work, audit: 'time asked for' }, askForTime);
  mount(app, contract.decideOnTime, { may: give, audit: 'time decided on' }, decideOnTime);
  mount(app, contract.withdrawTask, { may: give, audit: 'task withdrawn' }, withdrawTask);
  exportTasksRoute(app);
}
