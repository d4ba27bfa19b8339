import { codeMaps, exchange as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { mapAtMessage, mapCode } from './map-code.ts';
import { addPeer, changePeer, listPeers, sendNow } from './peers.ts';
import { listCodeMaps } from './read-code-maps.ts';
import { listMessages, readMessage } from './read-messages.ts';
import { listReconciliations, reconcileDay } from './reconcile-days.ts';
import { dismissMessage, replayMessage } from './settle-message.ts';
import { listUnmapped, putAside } from './unmapped.ts';

/** 数据对接 for people: who is connected, what does not get through, and whether both sides have the same. */
export function exchangeRoutes(app: App): void {
  const read = 'exchange.read';
  const settle = 'exchange.settle';
  const govern = 'exchange.govern';
  mount(app, contract.listPeers, { may: read, audit: 'peers listed' }, listPeers);
  mount(app, contract.addPeer, { may: govern, audit: 'peer added' }, addPeer);
  mount(app, contract.changePeer, { may: govern, audit: 'peer changed' }, changePeer);
  mount(app, contract.sendNow, { may: settle, audit: 'queue tried now' }, sendNow);
  mount(app, contract.listMessages, { may: read, audit: 'messages listed' }, listMessages);
  mount(app, contract.readMessage, { may: read, audit: 'message read' }, readMessage);
  mount(app, contract.replayMessage, { may: settle, audit: 'message replayed' }, replayMessage);
  mount(app, contract.dismissMessage, { may: settle, audit: 'message dismissed' }, dismissMessage);
  mount(app, codeMaps.listCodeMaps, { may: read, audit: 'code maps read' }, listCodeMaps);
  mount(app, codeMaps.listUnmapped, { may: read, audit: 'unmapped codes listed' }, listUnmapped);
  mount(app, codeMaps.putAside, { may: settle, audit: 'unmapped code put aside' }, putAside);
  mount(app, codeMaps.mapCode, { may: settle, audit: 'code mapped' }, mapCode);
  mount(app, codeMaps.mapAtMessage, { may: settle, audit: 'code of message mapped' }, mapAtMessage);
  mount(
    app,
    contract.listReconciliations,
    { may: read, audit: 'reconciliations listed' },
    listReconciliations,
  );
  mount(app, contract.reconcileDay, { may: settle, audit: 'day compared' }, reconcileDay);
}
