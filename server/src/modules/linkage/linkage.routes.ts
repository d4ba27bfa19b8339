import { linkage as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listLinkageRows } from './list-rows.ts';

export function linkageRoutes(app: App): void {
  mount(
    app,
    contract.listLinkageRows,
    { may: ['intake.receive', 'dispatch.send'], audit: 'linkage lists read' },
    listLinkageRows,
  );
}
