import { campaigns as contract } from '@minsheng/contract';
import { publicCampaigns as publicContract } from '@minsheng/contract/public/campaigns.ts';
import { type App, mount } from '../../platform/http.ts';
import { compareYears } from './after/compare-years.ts';
import { exportYearsRoute } from './after/export-years.ts';
import { endMeasure, writeMeasure } from './after/measures.ts';
import { enterPastSeason, listSeasons } from './after/past-seasons.ts';
import { readAfter } from './after/read-after.ts';
import { recheckCampaign } from './after/recheck.ts';
import { addToEntry, mergeEntry, newEntry, splitEntry, takeFromEntry } from './change-links.ts';
import { handOverDossier, readDossier, signDossier, writeDossier } from './dossiers.ts';
import { gatherAppeals } from './gather.ts';
import { inspectEntry, listInspections, superviseEntry } from './inspect-entry.ts';
import { moveEntry, nameEntry } from './move-entry.ts';
import { changeTerms, closeCampaign, openCampaign } from './open-campaign.ts';
import { publicCampaigns } from './public-campaigns.ts';
import {
  listPublicTexts,
  signPublicText,
  withdrawPublicText,
  writePublicText,
} from './public-texts.ts';
import { rankTopics } from './rank-topics.ts';
import { listCampaigns, readCampaign } from './read-campaigns.ts';
import { listEntries, readEntry } from './read-entries.ts';
import { readForce } from './read-force.ts';
import { listSnapshots, readSnapshot } from './read-snapshots.ts';
import { addMember, endMember, giveCampaignTask, planConsultation } from './task-force.ts';
import { listSeats, readSeatedOrder, readWorkspace } from './workspace.ts';

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
  forceRoutes(app);
  mediaRoutes(app);
  afterRoutes(app);
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

function forceRoutes(app: App): void {
  const join = 'campaigns.join';
  mount(app, contract.readForce, { may: read, audit: 'task force read' }, readForce);
  mount(app, contract.addMember, { may: work, audit: 'task force joined' }, addMember);
  mount(app, contract.endMember, { may: work, audit: 'task force left' }, endMember);
  mount(app, contract.planConsultation, { may: work, audit: 'meeting called' }, planConsultation);
  mount(app, contract.giveCampaignTask, { may: work, audit: 'task given' }, giveCampaignTask);
  mount(app, contract.inspectEntry, { may: work, audit: 'visit asked' }, inspectEntry);
  mount(app, contract.listInspections, { may: read, audit: 'visits read' }, listInspections);
  mount(app, contract.superviseEntry, { may: work, audit: 'appeals supervised' }, superviseEntry);
  mount(app, contract.listSeats, { may: join, audit: 'seats listed' }, listSeats);
  mount(app, contract.readWorkspace, { may: join, audit: 'work area read' }, readWorkspace);
  mount(app, contract.readSeatedOrder, { may: join, audit: 'appeal read' }, readSeatedOrder);
}

function mediaRoutes(app: App): void {
  const sign = 'campaigns.sign';
  const either = [work, sign] as const;
  mount(app, contract.writeDossier, { may: work, audit: 'dossier written' }, writeDossier);
  mount(app, contract.readDossier, { may: read, audit: 'dossier read' }, readDossier);
  mount(app, contract.signDossier, { may: either, audit: 'dossier signed' }, signDossier);
  mount(app, contract.handOverDossier, { may: work, audit: 'dossier taken' }, handOverDossier);
  mount(app, contract.writePublicText, { may: work, audit: 'words proposed' }, writePublicText);
  mount(app, contract.listPublicTexts, { may: read, audit: 'words listed' }, listPublicTexts);
  mount(app, contract.signPublicText, { may: sign, audit: 'words published' }, signPublicText);
  mount(app, contract.withdrawPublicText, { may: sign, audit: 'words off' }, withdrawPublicText);
  mount(app, publicContract, { may: 'public', audit: 'progress read' }, publicCampaigns);
}

function afterRoutes(app: App): void {
  mount(app, contract.readAfter, { may: read, audit: 'aftermath read' }, readAfter);
  mount(app, contract.writeMeasure, { may: work, audit: 'measure entered' }, writeMeasure);
  mount(app, contract.endMeasure, { may: work, audit: 'measure ended' }, endMeasure);
  mount(app, contract.recheckCampaign, { may: work, audit: 'campaign rechecked' }, recheckCampaign);
  mount(app, contract.compareYears, { may: read, audit: 'years compared' }, compareYears);
  exportYearsRoute(app);
  mount(app, contract.listSeasons, { may: read, audit: 'seasons listed' }, listSeasons);
  mount(app, contract.enterPastSeason, { may: lead, audit: 'season entered' }, enterPastSeason);
}
