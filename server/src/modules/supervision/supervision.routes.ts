import { supervision as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { answerSupervision, sendBackAnswer } from './answer.ts';
import { closeSupervision, dismissProposal } from './close.ts';
import { exportSupervisionsRoute } from './export-supervisions.ts';
import { listLevels, listSupervisions } from './list-supervisions.ts';
import { readSupervision } from './read-supervision.ts';
import { supervise } from './supervise.ts';
import { urgeMany, urgeOrder } from './urge.ts';

export function supervisionRoutes(app: App): void {
  const work = 'handling.work';
  const write = 'supervision.write';
  const urge = 'supervision.urge';
  const read = ['supervision.read', work] as const;
  mount(app, contract.listLevels, { may: read, audit: 'supervision levels listed' }, listLevels);
  mount(
    app,
    contract.listSupervisions,
    { may: read, audit: 'supervisions listed' },
    listSupervisions,
  );
  mount(
    app,
    contract.readSupervision,
    { may: 'orders.read', audit: 'supervision read' },
    readSupervision,
  );
  mount(app, contract.urgeOrder, { may: urge, audit: 'order urged' }, urgeOrder);
  mount(app, contract.urgeMany, { may: urge, audit: 'orders urged' }, urgeMany);
  mount(app, contract.supervise, { may: write, audit: 'order supervised' }, supervise);
  mount(
    app,
    contract.dismissProposal,
    { may: write, audit: 'proposed supervision dismissed' },
    dismissProposal,
  );
  mount(
    app,
    contract.answerSupervision,
    { may: work, audit: 'supervision answered' },
    answerSupervision,
  );
  mount(
    app,
    contract.sendBackAnswer,
    { may: write, audit: 'supervision answer sent back' },
    sendBackAnswer,
  );
  mount(
    app,
    contract.closeSupervision,
    { may: write, audit: 'supervision closed' },
    closeSupervision,
  );
  exportSupervisionsRoute(app);
}
