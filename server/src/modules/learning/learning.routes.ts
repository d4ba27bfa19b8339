import { learning as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { askRetraining } from './ask-retraining.ts';
import { listModels } from './list-models.ts';
import { putInUse } from './put-in-use.ts';
import { readModelFigures } from './read-figures.ts';

export function learningRoutes(app: App): void {
  const read = 'learning.read';
  const govern = 'learning.govern';
  mount(app, contract.listModels, { may: read, audit: 'models listed' }, listModels);
  mount(
    app,
    contract.readModelFigures,
    { may: read, audit: 'figures of a model read' },
    readModelFigures,
  );
  mount(
    app,
    contract.retrainModel,
    { may: govern, audit: 'training of a model asked for' },
    askRetraining,
  );
  mount(app, contract.putModelInUse, { may: govern, audit: 'model put into use' }, putInUse);
}
