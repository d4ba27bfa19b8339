import { falseCompletion as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { falseByUnit, listFalse, readFalse } from './read-false.ts';
import { answerFalse, reportFalse } from './report-false.ts';
import { ruleOnFalse } from './rule-on-false.ts';

export function falseCompletionRoutes(app: App): void {
  const finds = ['call-back.do', 'call-back.judge'] as const;
  const lists = ['call-back.judge', 'call-back.do', 'handling.work'] as const;
  mount(app, contract.listFalse, { may: lists, audit: 'false completions listed' }, listFalse);
  mount(app, contract.falseByUnit, { may: lists, audit: 'false completions counted' }, falseByUnit);
  mount(app, contract.readFalse, { may: 'orders.read', audit: 'false completion read' }, readFalse);
  mount(app, contract.reportFalse, { may: finds, audit: 'false completion found' }, reportFalse);
  mount(
    app,
    contract.answerFalse,
    { may: 'handling.work', audit: 'false completion answered' },
    answerFalse,
  );
  mount(
    app,
    contract.ruleOnFalse,
    { may: 'call-back.judge', audit: 'false completion ruled' },
    ruleOnFalse,
  );
}
