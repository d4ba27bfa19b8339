import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { checksOn } from '../stories/kit/checks.ts';
import { startServer } from '../stories/kit/server.ts';
import { autoDispatch } from './auto-dispatch.ts';
import { calendar } from './calendar.ts';
import { checkingAnswers } from './checking-answers.ts';
import { conductJourney } from './conduct.ts';
import { conference } from './conference.ts';
import { dangerReading } from './danger-reading.ts';
import { everyPage } from './every-page.ts';
import { guidance } from './guidance.ts';
import { halfTyped } from './half-typed.ts';
import { honestTime } from './honest-time.ts';
import { openBrowser, shotsFolder } from './kit/browser.ts';
import { findBrowser } from './kit/find-browser.ts';
import { deskOn, type Journey } from './kit/journey.ts';
import { lettersJourney } from './letters.ts';
import { merging } from './merging.ts';
import { models } from './models.ts';
import { namedReaders } from './named-readers.ts';
import { orderLife } from './order-life.ts';
import { people } from './people.ts';
import { placeSuggestion } from './place-suggestion.ts';
import { problems } from './problems.ts';
import { questionCall } from './question-call.ts';
import { release } from './release.ts';
import { runningCall } from './running-call.ts';
import { sameThing } from './same-thing.ts';
import { scorecard } from './scorecard.ts';
import { signedInOnce } from './signed-in-once.ts';
import { siteVisit } from './site-visit.ts';
import { supervision } from './supervision.ts';
import { tasksAndMeetings } from './tasks.ts';

/** `npm run -s journeys [-- NAME]`: real Chromium on a server of its own. The last line is a count. */
const journeys: readonly Journey[] = [
  orderLife,
  halfTyped,
  runningCall,
  questionCall,
  signedInOnce,
  people,
  namedReaders,
  autoDispatch,
  honestTime,
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
  tasksAndMeetings,
  scorecard,
  everyPage,
  supervision,
  conference,
  merging,
  guidance,
  conductJourney,
];

const say = (line: string) => process.stdout.write(`${line}\n`);
const checks = checksOn(say);
const wanted = process.argv[2] ?? 'all';

try {
  await goAll(journeys.filter(({ name }) => wanted === 'all' || name === wanted));
} catch (error) {
  checks.that('the journeys can be made', false, error);
}
say(`\n${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed === 0 ? 0 : 1;

/** What stood on the screens when it failed; the next journey begins with none open. */
async function showFailure(browser: Browser, name: string): Promise<void> {
  for (const context of browser.contexts()) {
    for (const [at, page] of context.pages().entries()) {
      const path = join(shotsFolder, `failed-${name}-${at}.png`);
      await page.screenshot({ path }).catch(() => undefined);
      say(`  at ${page.url().replace(/#.*/, '')}, see ${path}`);
    }
    await context.close();
  }
}

async function goAll(chosen: readonly Journey[]): Promise<void> {
  if (chosen.length === 0) throw new Error(`No journey is called ${wanted}.`);
  const server = await startServer({ city: 'zhangzhou', clockStart: null });
  const browser = await openBrowser(findBrowser());
  try {
    for (const journey of chosen) {
      checks.chapter(`${journey.name}: ${journey.title}`);
      try {
        await journey.go(deskOn(browser, server, checks));
      } catch (error) {
        await showFailure(browser, journey.name);
        checks.that('the journey comes to its end', false, error);
      }
    }
    say(`\nPictures: ${shotsFolder}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
