import type { Browser } from 'playwright-core';
import { type Checks, checksOn } from '../stories/kit/checks.ts';
import { inLanes } from '../stories/kit/lanes.ts';
import { type Server, startServer } from '../stories/kit/server.ts';
import { autoDispatch } from './auto-dispatch.ts';
import { branchesJourney } from './branches.ts';
import { briefsJourney } from './briefs.ts';
import { calendar } from './calendar.ts';
import { campaignsJourney } from './campaigns.ts';
import { checkingAnswers } from './checking-answers.ts';
import { cluesJourney } from './clues.ts';
import { conductJourney } from './conduct.ts';
import { conference } from './conference.ts';
import { dangerReading } from './danger-reading.ts';
import { dataSharing } from './data-sharing.ts';
import { emergencyJourney } from './emergency.ts';
import { everyPage } from './every-page.ts';
import { exchangeJourney } from './exchange.ts';
import { foresightJourney } from './foresight.ts';
import { guidance } from './guidance.ts';
import { halfTyped } from './half-typed.ts';
import { handoutsJourney } from './handouts.ts';
import { honestTime } from './honest-time.ts';
import { openBrowser, picture, shotsFolder } from './kit/browser.ts';
import { findBrowser } from './kit/find-browser.ts';
import { deskOn, type Journey } from './kit/journey.ts';
import { ledgersJourney } from './ledgers.ts';
import { lettersJourney } from './letters.ts';
import { linkageJourney } from './linkage.ts';
import { linkageTogether } from './linkage-together.ts';
import { machineKeys } from './machine-keys.ts';
import { mechanismsJourney } from './mechanisms.ts';
import { mediaJourney } from './media.ts';
import { merging } from './merging.ts';
import { models } from './models.ts';
import { namedReaders } from './named-readers.ts';
import { nodesJourney } from './nodes.ts';
import { noticesJourney } from './notices.ts';
import { orderLife } from './order-life.ts';
import { people } from './people.ts';
import { placeSuggestion } from './place-suggestion.ts';
import { problems } from './problems.ts';
import { questionCall } from './question-call.ts';
import { release } from './release.ts';
import { retentionJourney } from './retention.ts';
import { runningCall } from './running-call.ts';
import { sameThing } from './same-thing.ts';
import { scorecard } from './scorecard.ts';
import { secondFactor } from './second-factor.ts';
import { signedInOnce } from './signed-in-once.ts';
import { siteVisit } from './site-visit.ts';
import { supervision } from './supervision.ts';
import { tasksAndMeetings } from './tasks.ts';
import { threeApart } from './three-apart.ts';

/** `npm run -s journeys [-- NAME]`, the longest first: real Chromium, each lane with a server of its own. The last line is a count. */
const journeys: readonly Journey[] = [
  orderLife,
  everyPage,
  halfTyped,
  runningCall,
  questionCall,
  signedInOnce,
  people,
  machineKeys,
  secondFactor,
  threeApart,
  namedReaders,
  autoDispatch,
  honestTime,
  campaignsJourney,
  release,
  models,
  sameThing,
  placeSuggestion,
  dangerReading,
  calendar,
  problems,
  checkingAnswers,
  siteVisit,
  lettersJourney,
  noticesJourney,
  tasksAndMeetings,
  scorecard,
  supervision,
  conference,
  mechanismsJourney,
  mediaJourney,
  branchesJourney,
  handoutsJourney,
  merging,
  guidance,
  conductJourney,
  linkageJourney,
  linkageTogether,
  dataSharing,
  emergencyJourney,
  foresightJourney,
  ledgersJourney,
  cluesJourney,
  nodesJourney,
  briefsJourney,
  exchangeJourney,
  retentionJourney,
];

const say = (line: string) => process.stdout.write(`${line}\n`);
const all = checksOn(say);
const total = { passed: 0, failed: 0 };
const wanted = process.argv[2] ?? 'all';

try {
  await goAll(journeys.filter(({ name }) => wanted === 'all' || name === wanted));
} catch (error) {
  all.that('the journeys can be made', false, error);
}
add(all);
say(`\nPictures: ${shotsFolder}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function goAll(chosen: readonly Journey[]): Promise<void> {
  if (chosen.length === 0) throw new Error(`No journey is called ${wanted}.`);
  await inLanes(chosen, { open: openPlace, close: closePlace, go }, say);
}

interface Place {
  readonly server: Server;
  readonly browser: Browser;
}

async function openPlace(): Promise<Place> {
  // A district's program of a journey listens on this machine.
  const env = { MINSHENG_HOOK_NETWORKS: '127.0.0.1' };
  const server = await startServer({ city: 'zhangzhou', clockStart: null, env });
  return { server, browser: await openBrowser(findBrowser()) };
}

async function closePlace({ server, browser }: Place): Promise<void> {
  await browser.close();
  await server.stop();
}

async function go(
  journey: Journey,
  { server, browser }: Place,
  tell: (line: string) => void,
): Promise<void> {
  const from = performance.now();
  const checks = checksOn(tell);
  checks.chapter(`${journey.name}: ${journey.title}`);
  try {
    await journey.go(deskOn(browser, server, checks));
  } catch (error) {
    await showFailure(browser, journey.name, tell);
    checks.that('the journey comes to its end', false, error);
  }
  tell(`  ${checks.passed} passed, ${checks.failed} failed, ${seconds(from)} s`);
  add(checks);
}

/** What stood on the screens when it failed; the next journey begins with none open. */
async function showFailure(
  browser: Browser,
  name: string,
  tell: (line: string) => void,
): Promise<void> {
  for (const context of browser.contexts()) {
    for (const [at, page] of context.pages().entries()) {
      const path = await picture(page, `failed-${name}-${at}`).catch(() => 'no picture');
      tell(`  at ${page.url().replace(/#.*/, '')}, see ${path}`);
    }
    await context.close();
  }
}

function add({ passed, failed }: Checks): void {
  total.passed += passed;
  total.failed += failed;
}

function seconds(from: number): string {
  return ((performance.now() - from) / 1000).toFixed(1);
}
