import { campaigns as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { addToEntry, mergeEntry, newEntry, splitEntry, takeFromEntry } from './change-links.ts';
import { gatherAppeals } from './gather.ts';
import { moveEntry, nameEntry } from './move-entry.ts';
import { changeTerms, closeCampaign, openCampaign } from './open-campaign.ts';
import { rankTopics } from './rank-topics.ts';
import { listCampaigns, readCampaign } from './read-campaigns.ts';
import { listEntries, readEntry } from './read-entries.ts';
import { listSnapshots, readSnapshot } from './read-snapshots.ts';

const read = 'campaigns.read';
const work = 'campaigns.work';
const lead = 'campaigns.lead';

export function campaignRoutes(app: App): void {
  mount(app, contract.rankTopics, { may: work, audit: 'topics ranked' }, rankTopics);
  mount(app, contract.listSnapshots, { may: read, audit: 'rankings listed' }, listSnapshots);
  mount(app, contract.readSnapshot, { may: read, audit: 'ranking read' }, readSnapshot);
  mount(app, contract.openCampaign, { may: lead, audit: 'campaign opened' }, openCampaign);
  mount(app, contract.listCampaigns, { may: read, audit: 'campaigns listed' }, listCampaigns);
  mount(app, contract.readCampaign, { may: read, audit: 'campaign read' }, readCampaign);
  mount(app, contract.changeTerms, { may: work, audit: 'topic words changed' }, changeTerms);
  mount(app, contract.closeCampaign, { may: lead, audit: 'campaign closed' }, closeCampaign);
  entryRoutes(app);
}

function entryRoutes(app: App): void {
  mount(app, contract.gatherAppeals, { may: work, audit: 'appeals gathered' }, gatherAppeals);
  mount(app, contract.listEntries, { may: read, audit: 'problem list read' }, listEntries);
  mount(app, contract.readEntry, { may: read, audit: 'listed problem read' }, readEntry);
  mount(app, contract.newEntry, { may: work, audit: 'problem listed' }, newEntry);
  mount(app, contract.moveEntry, { may: work, audit: 'listed problem moved' }, moveEntry);
  mount(app, contract.nameEntry, { may: work, audit: 'listed problem renamed' }, nameEntry);
  mount(app, contract.splitEntry, { may: work, audit: 'listed problem split' }, splitEntry);
  mount(app, contract.mergeEntry, { may: work, audit: 'listed problem merged' }, mergeEntry);
  mount(app, contract.takeFromEntry, { may: work, audit: 'appeals taken out' }, takeFromEntry);
  mount(app, contract.addToEntry, { may: work, audit: 'appeals put in' }, addToEntry);
}
