import { regulations as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { enterChange, reviewCiting } from './enter-change.ts';
import { listRegulations, readRegulation } from './read-regulations.ts';

const read = 'regulations.read';
const work = 'regulations.work';

export function regulationRoutes(app: App): void {
  mount(app, contract.listRegulations, { may: read, audit: 'regulations listed' }, listRegulations);
  mount(app, contract.readRegulation, { may: read, audit: 'regulation read' }, readRegulation);
  mount(app, contract.enterChange, { may: work, audit: 'regulation changed' }, enterChange);
  mount(app, contract.reviewCiting, { may: work, audit: 'rule reviewed' }, reviewCiting);
}
