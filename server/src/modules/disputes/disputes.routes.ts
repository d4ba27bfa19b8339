import { disputes as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { askReturn } from './ask-return.ts';
import { listRepeats } from './list-repeats.ts';
import { planConference } from './plan-conference.ts';
import { readDispute } from './read-dispute.ts';
import { ruleOnReturn } from './rule-on-return.ts';
import { signReturn, withdrawReturn } from './sign-return.ts';

export function disputeRoutes(app: App): void {
  const asks = ['disputes.ask', 'handling.sign-off'] as const;
  mount(app, contract.askReturn, { may: asks, audit: 'return asked' }, askReturn);
  mount(app, contract.signReturn, { may: 'handling.sign-off', audit: 'return signed' }, signReturn);
  mount(app, contract.withdrawReturn, { may: asks, audit: 'return withdrawn' }, withdrawReturn);
  mount(app, contract.readDispute, { may: 'orders.read', audit: 'dispute read' }, readDispute);
  mount(
    app,
    contract.planConference,
    { may: 'meetings.plan', audit: 'conference planned' },
    planConference,
  );
  const rules = ['dispatch.send', 'review.decide', 'disputes.conference'] as const;
  mount(app, contract.listRepeats, { may: rules, audit: 'repeated returns listed' }, listRepeats);
  mount(app, contract.ruleOnReturn, { may: rules, audit: 'return ruled' }, ruleOnReturn);
}
