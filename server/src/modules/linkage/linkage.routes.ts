import { linkage as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listConsultations, planConsultation, proposeConsultation } from './consultations.ts';
import { listLinkageRows } from './list-rows.ts';
import { recordMediation } from './mediations.ts';
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
    contract.recordMediation,
    { may: 'dispatch.send', audit: 'joint mediation recorded' },
    recordMediation,
  );
  const plan = 'meetings.plan';
  mount(
    app,
    contract.proposeConsultation,
    { may: plan, audit: 'consultation proposals read' },
    proposeConsultation,
  );
  mount(
    app,
    contract.planConsultation,
    { may: plan, audit: 'consultation planned' },
    planConsultation,
  );
  mount(
    app,
    contract.listConsultations,
    { may: plan, audit: 'consultations read' },
    listConsultations,
  );
  mount(
    app,
    contract.linkageFigures,
    { may: 'indicators.read', audit: 'linkage figures read' },
    linkageFigures,
  );
}
