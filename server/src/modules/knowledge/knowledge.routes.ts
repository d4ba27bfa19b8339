import { knowledge as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { readEntry } from './read-entry.ts';
import { searchKnowledge } from './search-knowledge.ts';

export function knowledgeRoutes(app: App): void {
  mount(
    app,
    contract.searchKnowledge,
    { may: 'knowledge.read', audit: 'knowledge searched' },
    searchKnowledge,
  );
  mount(
    app,
    contract.readEntry,
    { may: 'intake.receive', audit: 'knowledge entry read out' },
    readEntry,
  );
}
