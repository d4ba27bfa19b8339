import { ledgerSites, ledgers } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { addSites } from './add-sites.ts';
import { addTalk } from './add-talk.ts';
import { changeSite } from './change-site.ts';
import { closeLedger } from './close-ledger.ts';
import { sheetRoutes } from './export-sites.ts';
import { foundLedger } from './found-ledger.ts';
import { importSites } from './import-sites.ts';
import { linkOrders, unlinkOrder } from './link-orders.ts';
import { listLedgers } from './list-ledgers.ts';
import { listSites, mapSites } from './list-sites.ts';
import { moveSite } from './move-site.ts';
import { ofOrder } from './of-order.ts';
import { listPaths } from './path.ts';
import { readContact } from './read-contact.ts';
import { readLedger } from './read-ledger.ts';
import { readSite } from './read-site.ts';
import { searchAlike } from './search-alike.ts';
import { visitSite } from './visit-site.ts';
import { writeOffSite } from './write-off-site.ts';

const lead = 'ledgers.lead';
const read = [lead, 'ledgers.work'] as const;

export function ledgerRoutes(app: App): void {
  mount(app, ledgers.listLedgers, { may: read, audit: 'ledgers listed' }, listLedgers);
  mount(app, ledgers.listPaths, { may: lead, audit: 'ledger paths read' }, listPaths);
  mount(app, ledgers.searchAlike, { may: lead, audit: 'like orders looked for' }, searchAlike);
  mount(app, ledgers.foundLedger, { may: lead, audit: 'ledger founded' }, foundLedger);
  mount(app, ledgers.readLedger, { may: read, audit: 'ledger read' }, readLedger);
  mount(app, ledgers.closeLedger, { may: lead, audit: 'ledger closed' }, closeLedger);
  siteRoutes(app);
  sheetRoutes(app);
}

function siteRoutes(app: App): void {
  const sites = ledgerSites;
  mount(app, sites.listSites, { may: read, audit: 'sites listed' }, listSites);
  mount(app, sites.mapSites, { may: read, audit: 'sites mapped' }, mapSites);
  mount(app, sites.addSites, { may: lead, audit: 'sites added' }, addSites);
  mount(app, sites.importSites, { may: lead, audit: 'sites imported' }, importSites);
  mount(app, sites.readSite, { may: read, audit: 'site read' }, readSite);
  mount(app, sites.changeSite, { may: read, audit: 'site changed' }, changeSite);
  mount(app, sites.moveSite, { may: read, audit: 'site moved' }, moveSite);
  mount(app, sites.writeOffSite, { may: lead, audit: 'site written off' }, writeOffSite);
  mount(app, sites.addTalk, { may: read, audit: 'talk written down' }, addTalk);
  mount(app, sites.linkOrders, { may: lead, audit: 'orders tied to site' }, linkOrders);
  mount(app, sites.unlinkOrder, { may: lead, audit: 'order taken off site' }, unlinkOrder);
  mount(app, sites.readContact, { may: read, audit: 'site contact read' }, readContact);
  mount(app, sites.visitSite, { may: lead, audit: 'site visit asked' }, visitSite);
  mount(app, sites.ofOrder, { may: read, audit: 'ledgers of order read' }, ofOrder);
}
