import { city as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { cityFacts } from './city-facts.ts';
import { listAreas } from './list-areas.ts';
import { listLines } from './list-lines.ts';
import { searchUnits } from './search-units.ts';

export function organisationRoutes(app: App): void {
  mount(app, contract.cityFacts, { may: 'public', audit: 'city facts read' }, cityFacts);
  mount(app, contract.listAreas, { may: 'public', audit: 'areas listed' }, listAreas);
  mount(app, contract.searchUnits, { may: 'signed-in', audit: 'units searched' }, searchUnits);
  mount(app, contract.listLines, { may: 'signed-in', audit: 'merged lines listed' }, listLines);
}
