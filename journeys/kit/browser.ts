import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Checks } from '../../stories/kit/checks.ts';
import type { Person } from '../../stories/kit/person.ts';
import { floors, forgetting } from './old-browser.ts';
import { forbiddenIn, telling } from './page-policy.ts';
import { soon } from './soon.ts';

/** A real Chromium that calls nobody but our own server. */
export function openBrowser(path: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 390, height: 844 };

export const shotsFolder = join(import.meta.dirname, '../../.shots');

/** One window of one person. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Pictures of the page as it stands, wide and narrow, and no serious finding of axe. */
  look(name: string): Promise<void>;
  /** What its pages did against their policy since it was asked last; whatever nobody asked for fails on closing. */
  takeForbidden(): string[];
  close(): Promise<void>;
}

export async function openWindow(
  browser: Browser,
  url: string,
  checks: Checks,
  { person, size = wide }: { person?: Person; size?: typeof wide },
): Promise<Window> {
  const context = await browser.newContext({
    viewport: size,
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  if (person)
    await context.addCookies([{ name: 'minsheng', value: person.token, url, httpOnly: true }]);
  await context.addInitScript(forgetting(size === narrow ? floors.phone : floors.desk));
  await context.addInitScript(telling);
  const forbidden = forbiddenIn(context);
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  // A page that asks for news it may not hear hears none at all, and only grows slow.
  page.on('response', (answer) => {
    if (answer.status() === 403 && answer.url().includes('/api/stream?'))
      faults.push(`news refused: ${new URL(answer.url()).search}`);
  });
  return {
    page,
    context,
    look: (name) => look(page, checks, name, size),
    takeForbidden: () => forbidden.splice(0),
    close: async () => {
      const { pathname } = new URL(page.url());
      checks.same(`no script failed on ${pathname}`, faults, []);
      checks.same(`no page broke its policy until ${pathname}`, forbidden, []);
      await context.close();
    },
  };
}

/** For people to look at: where nobody looks, only what stood there when something failed. */
const takesPictures = process.env.CI !== 'true';

export async function picture(page: Page, name: string): Promise<string> {
  mkdirSync(shotsFolder, { recursive: true });
  const path = join(shotsFolder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

async function look(page: Page, checks: Checks, name: string, size: typeof wide): Promise<void> {
  for (const width of [wide, narrow]) {
    await page.setViewportSize(width);
    if (takesPictures) await picture(page, `${name}-${width.width}`);
  }
  // Closed lists keep the place they had on the wide screen; a telephone never opened them there.
  await page.evaluate(
    `for (const list of document.querySelectorAll('.ant-select-dropdown, .ant-picker-dropdown, .ant-tooltip'))
      list.style.display = 'none'`,
  );
  // A page that was just made narrow needs a moment to settle, and what was opened on the wide screen looks for
  // its place once more when the page has its own; what still hangs over then is a fault.
  const overflow = await settledOverhang(page);
  await page.setViewportSize(size);
  checks.that(`${name}: nothing hangs over the edge at 390 px`, overflow <= 0, overflow);
  await soon(checks, `${name}: axe finds nothing serious`, () => seriousIn(page), []);
}

/** What is still coming in or fading is read once more: only what stays is a fault. */
async function seriousIn(page: Page): Promise<readonly object[]> {
  // None of our pages has a frame of somebody else's, so nothing must be gathered in a page of axe's own.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ target }) => target) }));
}

const settlingTries = 50;

/**
 * How far the page hangs over its edge once it has settled: what was opened on the wide screen looks for its place
 * anew when the page has become narrow. What still hangs over after five seconds is a fault.
 */
async function settledOverhang(page: Page): Promise<number> {
  let overhang = 0;
  for (let tries = 0; tries < settlingTries; tries += 1) {
    await page.evaluate("dispatchEvent(new Event('resize'))");
    await page.waitForTimeout(100);
    overhang = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (overhang <= 0) return overhang;
  }
  return overhang;
}
