import { contest as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { askContest, takeFurther } from './ask-contest.ts';
import { exportExclusionsRoute } from './export-exclusions.ts';
import { listContests, listExclusions } from './list-contests.ts';
import { readContests } from './read-contests.ts';
import { ruleOnContest } from './rule-on-contest.ts';

export function contestRoutes(app: App): void {
  const rules = ['call-back.judge', 'call-back.judge-county', 'call-back.judge-last'] as const;
  mount(app, contract.listContests, { may: rules, audit: 'contests listed' }, listContests);
  mount(app, contract.listExclusions, { may: rules, audit: 'exclusions listed' }, listExclusions);
  exportExclusionsRoute(app);
  mount(app, contract.readContests, { may: 'orders.read', audit: 'contests read' }, readContests);
  mount(app, contract.askContest, { may: 'handling.work', audit: 'rating contested' }, askContest);
  mount(
    app,
    contract.takeFurther,
    { may: 'handling.work', audit: 'contest taken further' },
    takeFurther,
  );
  mount(app, contract.ruleOnContest, { may: rules, audit: 'contest ruled' }, ruleOnContest);
}
