import { upkeep as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listTroubles } from './list-troubles.ts';
import { settleTrouble } from './settle-trouble.ts';

export function upkeepRoutes(app: App): void {
  mount(app, contract.listTroubles, { may: 'upkeep.read', audit: 'troubles read' }, listTroubles);
  mount(
    app,
    contract.settleTrouble,
    { may: 'upkeep.settle', audit: 'trouble settled' },
    settleTrouble,
  );
}
