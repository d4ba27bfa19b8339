import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officialZone } from '@minsheng/contract/words/zone.ts';
import { z } from 'zod';
import { cityWords, type DutyRow, type LoadWishes, loadCity, readCity } from './city/index.ts';
import { announceAccounts, makeDemoAccounts } from './demo/accounts.ts';
import { numberOfCaller } from './demo/callers.ts';
import { inventedPhoneOf } from './demo/invented.ts';
import { loadDemo } from './demo/load-demo.ts';
import './modules/upkeep/index.ts';
import { auditRoutes } from './modules/audit/audit.routes.ts';
import './modules/audit/index.ts';
import { autoDispatchRoutes } from './modules/auto-dispatch/auto-dispatch.routes.ts';
import './modules/auto-dispatch/index.ts';
import { calendarRoutes } from './modules/calendar/calendar.routes.ts';
import { callBackRoutes } from './modules/call-back/call-back.routes.ts';
import { contestRoutes } from './modules/call-back/contest.routes.ts';
import { falseCompletionRoutes } from './modules/call-back/false-completion.routes.ts';
import { clueRoutes } from './modules/clues/clues.routes.ts';
import { conductRoutes } from './modules/conduct/conduct.routes.ts';
import { readyToRead } from './modules/danger/index.ts';
import { deferralRoutes } from './modules/deferrals/deferrals.routes.ts';
import { deskRoutes } from './modules/desk/desk.routes.ts';
import { allowTopics } from './modules/desk/index.ts';
import { orderRoutes } from './modules/desk/order.routes.ts';
import { searchRoutes } from './modules/desk/search.routes.ts';
import './modules/directory/index.ts';
import { directoryRoutes } from './modules/directory/directory.routes.ts';
import { dispatchRoutes } from './modules/dispatch/dispatch.routes.ts';
import { disputeRoutes } from './modules/disputes/disputes.routes.ts';
import './modules/exchange/index.ts';
import { exchangeRoutes } from './modules/exchange/desk.routes.ts';
import './modules/data-sharing/index.ts';
import './modules/briefs/index.ts';
import './modules/regulations/index.ts';
import './modules/campaigns/index.ts';
import './modules/emergency/index.ts';
import './modules/foresight/index.ts';
import { mayReadClueFile } from './modules/clues/index.ts';
import { mayReadSiteFile } from './modules/ledgers/index.ts';
import './modules/handouts/index.ts';
import './modules/media/index.ts';
import './modules/retention/index.ts';
import './modules/linkage/index.ts';
import './modules/nets/index.ts';
import './modules/nodes/index.ts';
import { protocolRoutes } from './modules/exchange/protocol.routes.ts';
import { fileRoutes } from './modules/files/files.routes.ts';
import type { StoredFile } from './modules/files/index.ts';
import { guidanceRoutes } from './modules/guidance/guidance.routes.ts';
import { handlingRoutes } from './modules/handling/handling.routes.ts';
import { identityRoutes } from './modules/identity/identity.routes.ts';
import { resolveActor } from './modules/identity/index.ts';
import './modules/indicators/index.ts';
import { branchRoutes } from './modules/branches/branches.routes.ts';
import { briefRoutes } from './modules/briefs/briefs.routes.ts';
import { campaignRoutes } from './modules/campaigns/campaigns.routes.ts';
import { sharingRoutes } from './modules/data-sharing/sharing.routes.ts';
import { emergencyRoutes } from './modules/emergency/emergency.routes.ts';
import { foresightRoutes } from './modules/foresight/foresight.routes.ts';
import { handoutRoutes } from './modules/handouts/handouts.routes.ts';
import { indicatorRoutes } from './modules/indicators/indicators.routes.ts';
import { scorecardRoutes } from './modules/indicators/scorecard.routes.ts';
import { insightRoutes } from './modules/insight/insight.routes.ts';
import { intakeRoutes } from './modules/intake/intake.routes.ts';
import { issueRoutes } from './modules/issues/issues.routes.ts';
import { knowledgeRoutes } from './modules/knowledge/knowledge.routes.ts';
import { learntNames } from './modules/learning/index.ts';
import { learningRoutes } from './modules/learning/learning.routes.ts';
import { ledgerRoutes } from './modules/ledgers/ledgers.routes.ts';
import { mayReadLetterFile } from './modules/letters/index.ts';
import { letterRoutes } from './modules/letters/letters.routes.ts';
import { linkageRoutes } from './modules/linkage/linkage.routes.ts';
import { mattersRoutes } from './modules/matters/matters.routes.ts';
import { mechanismsRoutes } from './modules/mechanisms/mechanisms.routes.ts';
import { mediaRoutes } from './modules/media/media.routes.ts';
import { meetingRoutes } from './modules/meetings/meetings.routes.ts';
import { mergingRoutes } from './modules/merging/merging.routes.ts';
import { nodeRoutes } from './modules/nodes/nodes.routes.ts';
import { noticeRoutes } from './modules/notices/notices.routes.ts';
import { mayReadFile } from './modules/orders/index.ts';
import { organisationRoutes } from './modules/organisation/organisation.routes.ts';
import { regulationRoutes } from './modules/regulations/regulations.routes.ts';
import './modules/problems/index.ts';
import { problemRoutes } from './modules/problems/problems.routes.ts';
import { supervisionRoutes } from './modules/supervision/supervision.routes.ts';
import { mayReadTaskFile } from './modules/tasks/index.ts';
import { taskRoutes } from './modules/tasks/tasks.routes.ts';
import './modules/supervision/index.ts';
import { open311Routes } from './modules/open311/open311.routes.ts';
import './modules/open-api/index.ts';
import { openApiRoutes } from './modules/open-api/open-api.routes.ts';
import { telephonyRoutes } from './modules/telephony/telephony.routes.ts';
import { learnCityWords } from './modules/text/index.ts';
import './modules/release/index.ts';
import { releaseRoutes } from './modules/release/release.routes.ts';
import { retentionRoutes } from './modules/retention/retention.routes.ts';
import { upkeepRoutes } from './modules/upkeep/upkeep.routes.ts';
import { mayReadVisitFile } from './modules/visits/index.ts';
import { visitRoutes } from './modules/visits/visits.routes.ts';
import './modules/warnings/index.ts';
import { anchorsOf } from './audit/anchors/index.ts';
import { filesFolderOf } from './backup/index.ts';
import { warningRoutes } from './modules/warnings/warnings.routes.ts';
import { systemActor } from './platform/actor.ts';
import type { AppWishes } from './platform/app.ts';
import { type Config, projectRoot } from './platform/config.ts';
import type { CityFacts, Context, Ports, Runtime } from './platform/context.ts';
import { createLog } from './platform/log.ts';
import type { Keys } from './platform/secrets.ts';
import { transact } from './platform/transact.ts';
import { noAnchors } from './ports/anchors/index.ts';
import { carriersOf } from './ports/carrier/carriers.ts';
import { readCarrierSettings } from './ports/carrier/settings.ts';
import { directoryFrom } from './ports/directory/index.ts';
import { foldersBelow } from './ports/folder/index.ts';
import { hooksWithin } from './ports/hook/index.ts';
import { mapsFrom } from './ports/maps/index.ts';
import { peersWithin } from './ports/peer/index.ts';
import { chromiumPrinter } from './ports/printer/index.ts';
import { folderStorage, mirroredStorage, type StoragePort } from './ports/storage/index.ts';
import { telephones } from './ports/telephone/telephones.ts';

/** What the program is put together from: the one place that knows every module. */
export interface Assembly {
  readonly routes: AppWishes['routes'];
  resolveActor: AppWishes['resolveActor'];
  allowTopics: AppWishes['allowTopics'];
  ports(config: Config, keys: Keys): Ports;
  /** Brings the city's data into the database, and the demo when it is empty; says what takes long. */
  load(runtime: Runtime, config: Config, say: (line: string) => void): Promise<void>;
}

export const assembly: Assembly = {
  routes: [
    identityRoutes,
    directoryRoutes,
    auditRoutes,
    upkeepRoutes,
    organisationRoutes,
    calendarRoutes,
    mattersRoutes,
    mergingRoutes,
    knowledgeRoutes,
    noticeRoutes,
    fileRoutes(mayReadAnyFile),
    issueRoutes,
    telephonyRoutes,
    intakeRoutes,
    letterRoutes,
    taskRoutes,
    mediaRoutes,
    handoutRoutes,
    branchRoutes,
    retentionRoutes,
    meetingRoutes,
    dispatchRoutes,
    disputeRoutes,
    deferralRoutes,
    guidanceRoutes,
    handlingRoutes,
    callBackRoutes,
    falseCompletionRoutes,
    conductRoutes,
    linkageRoutes,
    briefRoutes,
    regulationRoutes,
    campaignRoutes,
    emergencyRoutes,
    foresightRoutes,
    nodeRoutes,
    ledgerRoutes,
    clueRoutes,
    mechanismsRoutes,
    sharingRoutes,
    contestRoutes,
    visitRoutes,
    supervisionRoutes,
    deskRoutes,
    orderRoutes,
    searchRoutes,
    indicatorRoutes,
    scorecardRoutes,
    insightRoutes,
    warningRoutes,
    problemRoutes,
    autoDispatchRoutes,
    releaseRoutes,
    learningRoutes,
    open311Routes,
    openApiRoutes(mayReadFile),
    protocolRoutes,
    exchangeRoutes,
  ],
  resolveActor,
  allowTopics,
  ports: (config, keys) => ({
    ...carriersOf(carrierSettings(config), config.hookNetworks),
    peer: peersWithin(config.peerNetworks),
    hook: hooksWithin(config.hookNetworks),
    directory: directoryFrom(config.directoryFile),
    folder: foldersBelow(config.exchangeFolder),
    storage: storageOf(config, keys),
    telephones: telephones(numberOfCaller),
    printer: chromiumPrinter(),
    maps: mapsFrom(config.mapTiles),
    anchors: config.clock === 'system' ? anchorsOf(config) : noAnchors,
  }),
  load: loadEverything,
};

function storageOf({ dataFolder, backupFolder }: Config, keys: Keys): StoragePort {
  const own = folderStorage(join(dataFolder, 'files'), keys);
  if (backupFolder === null) return own;
  return mirroredStorage(own, folderStorage(filesFolderOf(backupFolder), keys), createLog('warn'));
}

async function mayReadAnyFile(ctx: Context, file: StoredFile): Promise<boolean> {
  if (file.holder_kind === 'letter') return mayReadLetterFile(ctx, file);
  if (file.holder_kind === 'visit') return mayReadVisitFile(ctx, file);
  if (file.holder_kind === 'site') return mayReadSiteFile(ctx, file);
  if (file.holder_kind === 'clue') return mayReadClueFile(ctx, file);
  return file.holder_kind === 'task' ? mayReadTaskFile(ctx, file) : mayReadFile(ctx, file);
}

async function loadEverything(
  runtime: Runtime,
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  const pack = readCity(join(projectRoot, 'cities', config.city));
  const learnt = await transact(runtime, systemActor, learntNames);
  learnCityWords([...cityWords(pack), ...learnt]);
  const { isChanged } = await transact(runtime, systemActor, (ctx) =>
    loadCity(ctx, pack, { isDemo: true, ...dutyPhones(config) }),
  );
  if (isChanged)
    say(
      `载入城市数据:${pack.units.length} 个单位,${pack.matters.length} 个事项,${pack.catalogue.length} 行派单目录`,
    );
  await transact(runtime, systemActor, readyToRead);
  const accounts = await transact(runtime, systemActor, (ctx) =>
    makeDemoAccounts(ctx, config.city, config.dataFolder),
  );
  if (config.demo === 'full') await loadDemo(runtime, { city: config.city, oneIn: 1 }, say);
  announceAccounts(accounts, config.dataFolder, say);
}

const carrierSettings = ({ noticesFile }: Config) =>
  noticesFile === null ? null : readCarrierSettings(noticesFile);

/** 值班电话: as the settings of notices say; where nothing leaves, invented ones. */
function dutyPhones(config: Config): Pick<LoadWishes, 'phoneOf' | 'phones'> {
  const settings = carrierSettings(config);
  if (!settings?.sms) return { phoneOf: inventedDutyPhone, phones: null };
  const { duty } = settings;
  return { phoneOf: ({ unit, position }) => duty[unit]?.[position - 1] ?? null, phones: duty };
}

/** 虚构值班电话: a post keeps its number whatever else of the roster changes. */
const inventedDutyPhone = ({ unit, from, position }: DutyRow): string =>
  inventedPhoneOf(`duty ${unit} ${from} ${position}`);

const cityFile = z.object({
  code: z.string(),
  city_id: z.int(),
  name: z.string(),
  zone: z.literal(officialZone),
});

export function cityFacts(config: Config): CityFacts {
  const path = join(projectRoot, 'cities', config.city, 'city.json');
  const {
    code,
    city_id: cityId,
    name,
    zone,
  } = cityFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { cityId, code, name, zone };
}
