import { nodes as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { acceptCandidate } from './accept-candidate.ts';
import { askReading } from './ask-reading.ts';
import { addWord, dropWord, endWatch } from './change-watch.ts';
import { listNodes } from './list-nodes.ts';
import { addNode, openNode } from './open-node.ts';
import { limitWatch, planWatch } from './plan-watch.ts';
import { readNodeBoard } from './read-board.ts';
import { listBehind, readNode } from './read-node.ts';
import { readWatch } from './read-watch.ts';
import { readZero } from './read-zero.ts';
import { reviewNode } from './review-node.ts';
import { ruleOnOrder, runZero } from './run-zero.ts';
import { listWatches } from './watch-views.ts';

export function nodeRoutes(app: App): void {
  const read = 'nodes.read';
  const work = 'nodes.work';
  mount(app, contract.listNodes, { may: read, audit: 'key dates listed' }, listNodes);
  mount(app, contract.openNode, { may: work, audit: 'key date begun' }, openNode);
  mount(app, contract.addNode, { may: work, audit: 'key date added' }, addNode);
  mount(app, contract.readNode, { may: read, audit: 'key date read' }, readNode);
  mount(app, contract.askReading, { may: work, audit: 'key date reading asked for' }, askReading);
  mount(app, contract.listBehind, { may: read, audit: 'orders behind object listed' }, listBehind);
  mount(app, contract.reviewNode, { may: work, audit: 'key date reviewed' }, reviewNode);
  mount(app, contract.listWatches, { may: read, audit: 'watched objects listed' }, listWatches);
  mount(app, contract.acceptCandidate, { may: work, audit: 'object watched' }, acceptCandidate);
  mount(app, contract.readWatch, { may: read, audit: 'watched object read' }, readWatch);
  mount(app, contract.endWatch, { may: work, audit: 'object watched no more' }, endWatch);
  mount(app, contract.addWord, { may: work, audit: 'word of object added' }, addWord);
  mount(app, contract.dropWord, { may: work, audit: 'word of object dropped' }, dropWord);
  mount(app, contract.planWatch, { may: work, audit: 'plan of object given' }, planWatch);
  mount(app, contract.limitWatch, { may: work, audit: 'limit of window set' }, limitWatch);
  mount(app, contract.runZero, { may: work, audit: 'zero-complaint query run' }, runZero);
  mount(app, contract.readZero, { may: read, audit: 'zero-complaint query read' }, readZero);
  mount(app, contract.ruleOnOrder, { may: work, audit: 'order ruled on for object' }, ruleOnOrder);
  mount(app, contract.readNodeBoard, { may: read, audit: 'key date board read' }, readNodeBoard);
}
