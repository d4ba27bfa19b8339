import { city, dispatch as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { addUnit } from './add-unit.ts';
import { claim, releaseClaim } from './claim.ts';
import { correctPlace } from './correct-place.ts';
import { decideRow, listRowProposals } from './decide-row.ts';
import { delegate, delegateTargets } from './delegate.ts';
import { listCatalogue } from './list-catalogue.ts';
import { nameReaders, possibleReaders } from './name-readers.ts';
import { reassign } from './reassign.ts';
import { recall } from './recall.ts';
import { recallChild } from './recall-child.ts';
import { send } from './send.ts';
import { sendAlike } from './send-alike.ts';
import { suggestion } from './suggestion.ts';
import { undoSend } from './undo-send.ts';

export function dispatchRoutes(app: App): void {
  const readers = ['knowledge.read', 'dispatch.send', 'city.edit'] as const;
  mount(app, city.listCatalogue, { may: readers, audit: 'catalogue read' }, listCatalogue);
  mount(
    app,
    contract.suggestion,
    { may: 'dispatch.send', audit: 'dispatch suggestion read' },
    suggestion,
  );
  mount(app, contract.claim, { may: 'dispatch.send', audit: 'order claimed' }, claim);
  mount(
    app,
    contract.releaseClaim,
    { may: 'dispatch.send', audit: 'claim given back' },
    releaseClaim,
  );
  mount(
    app,
    contract.correctPlace,
    { may: 'dispatch.send', audit: 'place corrected' },
    correctPlace,
  );
  mount(
    app,
    contract.sendAlike,
    { may: 'dispatch.send', audit: 'alike orders dispatched' },
    sendAlike,
  );
  mount(app, contract.send, { may: 'dispatch.send', audit: 'order dispatched' }, send);
  mount(app, contract.undoSend, { may: 'dispatch.send', audit: 'dispatch undone' }, undoSend);
  mount(app, contract.addUnit, { may: 'dispatch.send', audit: 'unit added' }, addUnit);
  mount(app, contract.reassign, { may: 'dispatch.send', audit: 'lead changed' }, reassign);
  mount(app, contract.recall, { may: 'dispatch.send', audit: 'order recalled' }, recall);
  mount(app, contract.delegate, { may: 'dispatch.delegate', audit: 'duty delegated' }, delegate);
  mount(
    app,
    contract.recallChild,
    { may: 'dispatch.delegate', audit: 'delegated duty recalled' },
    recallChild,
  );
  mount(
    app,
    contract.delegateTargets,
    { may: 'dispatch.delegate', audit: 'delegate targets read' },
    delegateTargets,
  );
  mount(
    app,
    contract.listRowProposals,
    { may: ['dispatch.govern', 'dispatch.send'], audit: 'row proposals listed' },
    listRowProposals,
  );
  mount(
    app,
    contract.decideRow,
    { may: 'dispatch.govern', audit: 'row proposal decided' },
    decideRow,
  );
  const namers = ['handling.sign-off', 'dispatch.delegate', 'dispatch.send'] as const;
  mount(
    app,
    contract.possibleReaders,
    { may: namers, audit: 'possible readers read' },
    possibleReaders,
  );
  mount(app, contract.nameReaders, { may: namers, audit: 'readers named' }, nameReaders);
}
