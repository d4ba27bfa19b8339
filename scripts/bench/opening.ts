import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { openBrowser, wide } from '../../journeys/kit/browser.ts';
import { findBrowser } from '../../journeys/kit/find-browser.ts';
import { type Person, signIn } from '../../stories/kit/person.ts';
import { type BenchServer, benchServer } from './bench-server.ts';
import { type Filled, fillOrders, type OrdersWish } from './fill-orders.ts';
import { workedOff } from './worked-off.ts';

export interface OpeningWish extends OrdersWish {
  readonly data: string | null;
}

interface Spread {
  least: number;
  middle: number;
  most: number;
}

interface Screen {
  /** From the asking until what the person came for stands there, nothing kept from before. */
  screenMs: Spread;
  /** The same page once more by the same browser, which has kept what it fetched and compiled: every other morning. */
  againMs: Spread;
  /** What the page's own thread worked until then, on the slowed processor. */
  workMs: Spread;
  /** As it came over the line. */
  kilobytes: number;
  requests: number;
}

interface Measured {
  loaded: Filled | null;
  /** From the beginning of the program until it is ready, on the database that runs; and the processor's share of it. */
  startSeconds: Spread;
  startCpuSeconds: Spread;
  slowedTimes: number;
  screens: Record<string, Screen>;
}

const rounds = 5;
/** A cheap desk computer beside the machine of whoever develops. */
const slowedTimes = 4;
const program = new URL('../../server/src/main.ts', import.meta.url).pathname;
const compiled = new URL('../../node_modules/.compiled', import.meta.url).pathname;

/** 启动与首屏: how long until the program serves on a database that is there, and until a page shows what was asked for. */
export async function benchOpening(
  { data, ...wish }: OpeningWish,
  say: (line: string) => void,
): Promise<Measured> {
  buildPages();
  const bench = await benchServer(data, say);
  const browser = await openBrowser(findBrowser());
  try {
    const { server } = bench;
    const loaded = wish.orders === 0 ? null : await fillOrders(bench, wish, say);
    await workedOff(bench, say);
    await server.kill();
    const starts: Started[] = [];
    while (starts.length < rounds) starts.push(await startOnce(bench));
    await server.startAgain();
    const wanted: readonly Wanted[] = [
      { name: 'sign-in', path: '/', person: null, shows: 'input[type=password]' },
      { name: 'agent', path: '/', person: await signIn(server, 'agent'), shows: 'main h1' },
      { name: 'dispatch', path: '/', person: await signIn(server, 'dispatcher'), shows: 'main h1' },
      { name: 'citizen', path: '/c/', person: null, shows: 'h1' },
    ];
    const screens: Record<string, Screen> = {};
    for (const one of wanted) {
      screens[one.name] = await screenOf(browser, server.url, one);
      say(`  ${one.name}: ${JSON.stringify(screens[one.name])}`);
    }
    return {
      loaded,
      startSeconds: spreadOf(starts.map(({ seconds }) => seconds)),
      startCpuSeconds: spreadOf(starts.map(({ cpuSeconds }) => cpuSeconds)),
      slowedTimes,
      screens,
    };
  } finally {
    await browser.close();
    await bench.stop();
  }
}

const pagesModule = new URL('../ready/pages.mjs', import.meta.url).href;

/** The pages as they are now. */
function buildPages(): void {
  const build = `import { buildPages } from ${JSON.stringify(pagesModule)}; await buildPages(process.execPath)`;
  const inherit = ['ignore', process.stderr, process.stderr] as const;
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { stdio: [...inherit] });
}

interface Started {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function startOnce({ server, connection }: BenchServer): Promise<Started> {
  const { PATH = '', HOME = '' } = process.env;
  const { host, user, database } = connection;
  const from = performance.now();
  const child = spawn(process.execPath, [program], {
    env: {
      PATH,
      HOME,
      NODE_COMPILE_CACHE: compiled,
      HOST: '127.0.0.1',
      PORT: '0',
      MINSHENG_CITY: 'zhangzhou',
      MINSHENG_DATA: server.dataFolder,
      MINSHENG_DEMO: 'accounts-only',
      DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('已就绪')) continue;
    const started = {
      seconds: (performance.now() - from) / 1000,
      cpuSeconds: cpuSecondsOf(child.pid ?? 0),
    };
    child.kill('SIGTERM');
    await exit;
    return started;
  }
  throw new Error('The program ended before it was ready.');
}

const ticksASecond = 100;

/** All its threads together, as Linux counts them. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond;
}

interface Wanted {
  readonly name: string;
  readonly path: string;
  readonly person: Person | null;
  readonly shows: string;
}

async function screenOf(browser: Browser, url: string, wanted: Wanted): Promise<Screen> {
  const seen = [];
  // The first finds a server that has served nothing yet.
  for (let round = 0; round <= rounds; round += 1) seen.push(await openOnce(browser, url, wanted));
  const counted = seen.slice(1);
  return {
    screenMs: spreadOf(counted.map(({ screenMs }) => screenMs)),
    againMs: spreadOf(counted.map(({ againMs }) => againMs)),
    workMs: spreadOf(counted.map(({ workMs }) => workMs)),
    kilobytes: Math.round(Math.max(...counted.map(({ bytes }) => bytes)) / 1000),
    requests: Math.max(...counted.map(({ requests }) => requests)),
  };
}

interface Opened {
  readonly screenMs: number;
  readonly againMs: number;
  readonly workMs: number;
  readonly bytes: number;
  readonly requests: number;
}

/** A browser keeps what it compiled once a page was opened twice. */
const openedBefore = 2;

async function openOnce(
  browser: Browser,
  url: string,
  { path, person, shows }: Wanted,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: wide, baseURL: url, locale: 'zh-CN' });
  if (person)
    await context.addCookies([{ name: 'minsheng', value: person.token, url, httpOnly: true }]);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  let [bytes, requests] = [0, 0];
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes });
  const open = async () => {
    const from = performance.now();
    await page.goto(path, { waitUntil: 'commit' });
    await page.locator(shows).first().waitFor();
    return performance.now() - from;
  };
  const screenMs = await open();
  const { metrics } = await cdp.send('Performance.getMetrics');
  const workMs = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  const first = { screenMs, workMs, bytes, requests };
  let againMs = 0;
  for (let before = 1; before <= openedBefore; before += 1) {
    await page.goto('about:blank');
    againMs = await open();
  }
  await context.close();
  return { ...first, againMs };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (no: number) => Math.round((sorted[no] ?? 0) * 10) / 10;
  return { least: at(0), middle: at(Math.floor(sorted.length / 2)), most: at(sorted.length - 1) };
}
