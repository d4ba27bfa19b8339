import { linkage as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listLinkageRows } from './list-rows.ts';
import { linkageFigures, orderLinkage } from './read-linkage.ts';
import { reportClue } from './report-clue.ts';

export function linkageRoutes(app: App): void {
  const atCentre = ['intake.receive', 'dispatch.send'] as const;
  mount(
    app,
    contract.listLinkageRows,
    { may: atCentre, audit: 'linkage lists read' },
    listLinkageRows,
  );
  mount(
    app,
    contract.orderLinkage,
    { may: 'orders.read', audit: 'linkage of order read' },
    orderLinkage,
  );
  mount(app, contract.reportClue, { may: atCentre, audit: 'clue reported to 110' }, reportClue);
  mount(
    app,
    contract.linkageFigures,
    { may: 'indicators.read', audit: 'linkage figures read' },
    linkageFigures,
  );
}
