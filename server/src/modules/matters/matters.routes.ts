import { city as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listDispositions } from './list-dispositions.ts';
import { matterDetail } from './matter-detail.ts';
import { searchMatters } from './search-matters.ts';
import { setMatterField } from './set-matter-field.ts';

export function mattersRoutes(app: App): void {
  mount(app, contract.searchMatters, { may: 'public', audit: 'matters searched' }, searchMatters);
  mount(app, contract.matterDetail, { may: 'signed-in', audit: 'matter read' }, matterDetail);
  mount(
    app,
    contract.listDispositions,
    { may: 'intake.receive', audit: 'guidance texts read' },
    listDispositions,
  );
  mount(
    app,
    contract.setMatterField,
    { may: 'city.edit', audit: 'matter field set' },
    setMatterField,
  );
}
