import { issues as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { linkOrder, unlinkOrder } from './link-order.ts';

export function issueRoutes(app: App): void {
  mount(app, contract.linkIssue, { may: 'issues.link', audit: 'order linked to issue' }, linkOrder);
  mount(
    app,
    contract.unlinkIssue,
    { may: 'issues.link', audit: 'order unlinked from issue' },
    unlinkOrder,
  );
}
