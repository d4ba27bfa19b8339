import { deferrals as contract } from '@minsheng/contract';
import { publicLedger as publicContract } from '@minsheng/contract/public/ledger.ts';
import { type App, mount } from '../../platform/http.ts';
import { askExtension, askParking, askSuspension, withdrawDeferral } from './ask.ts';
import { decideDeferral } from './decide.ts';
import { exportLedgerRoute } from './export-ledger.ts';
import { listDeferrals, listLedger } from './list-deferrals.ts';
import { publicLedger } from './public-ledger.ts';
import { readDeferrals } from './read-deferrals.ts';
import { reviewLedger } from './review-ledger.ts';
import { resume } from './suspend.ts';

export function deferralRoutes(app: App): void {
  const work = 'handling.work';
  mount(
    app,
    contract.listDeferrals,
    { may: 'deferrals.decide', audit: 'deferrals listed' },
    listDeferrals,
  );
  mount(
    app,
    contract.listLedger,
    { may: ['deferrals.decide', work], audit: 'ledger listed' },
    listLedger,
  );
  mount(app, contract.askExtension, { may: work, audit: 'extension asked' }, askExtension);
  mount(app, contract.askSuspension, { may: work, audit: 'suspension asked' }, askSuspension);
  mount(app, contract.askParking, { may: 'handling.sign-off', audit: 'parking asked' }, askParking);
  mount(
    app,
    contract.withdrawDeferral,
    { may: work, audit: 'deferral withdrawn' },
    withdrawDeferral,
  );
  mount(
    app,
    contract.decideDeferral,
    { may: 'deferrals.decide', audit: 'deferral decided' },
    decideDeferral,
  );
  mount(
    app,
    contract.resume,
    { may: ['deferrals.decide', work], audit: 'suspension ended' },
    resume,
  );
  exportLedgerRoute(app);
  mount(app, publicContract, { may: 'public', audit: 'public ledger read' }, publicLedger);
  mount(app, contract.reviewLedger, { may: work, audit: 'ledger reviewed' }, reviewLedger);
  mount(
    app,
    contract.readDeferrals,
    { may: 'orders.read', audit: 'deferrals read' },
    readDeferrals,
  );
}
