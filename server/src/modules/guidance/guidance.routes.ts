import { guidance as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { askCheck } from './ask-check.ts';
import { decideCheck } from './decide-check.ts';
import { listChecks, readChecks } from './read-checks.ts';

export function guidanceRoutes(app: App): void {
  mount(
    app,
    contract.listChecks,
    { may: 'guidance.check', audit: 'guidance checks listed' },
    listChecks,
  );
  mount(
    app,
    contract.readChecks,
    { may: ['guidance.check', 'intake.receive'], audit: 'guidance checks read' },
    readChecks,
  );
  mount(app, contract.askCheck, { may: 'intake.receive', audit: 'guidance check asked' }, askCheck);
  mount(
    app,
    contract.decideCheck,
    { may: 'guidance.check', audit: 'guidance check decided' },
    decideCheck,
  );
}
