import { indicators as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { compareGroups } from './compare-groups.ts';
import { listIndicators } from './list-indicators.ts';
import { openCell } from './open-cell.ts';
import { readFigures } from './read-figures.ts';
import { rebuildFacts } from './rebuild.ts';

export function indicatorRoutes(app: App): void {
  const may = 'indicators.read';
  mount(app, contract.listIndicators, { may, audit: 'indicators listed' }, listIndicators);
  mount(app, contract.readFigures, { may, audit: 'figures read' }, readFigures);
  mount(app, contract.compareGroups, { may, audit: 'figures compared' }, compareGroups);
  mount(app, contract.openCell, { may, audit: 'orders of a figure listed' }, openCell);
  mount(
    app,
    contract.rebuildFacts,
    { may: 'indicators.govern', audit: 'facts made anew' },
    rebuildFacts,
  );
}
