import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** 打印成 PDF. Where there is no printer, the browser of whoever reads it prints. */
export interface PrinterPort {
  readonly isThere: boolean;
  print(html: string): Promise<Buffer>;
}

declare module '../../platform/context.ts' {
  interface Ports {
    printer: PrinterPort;
  }
}

/** Where systems put it. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const longestMs = 30_000;
const run = promisify(execFile);

/** Chromium's own printing, if there is one on this machine. */
export function chromiumPrinter(): PrinterPort {
  const chromium = places.find((place) => existsSync(place));
  if (chromium === undefined) return noPrinter;
  return { isThere: true, print: (html) => printWith(chromium, html) };
}

export const noPrinter: PrinterPort = {
  isThere: false,
  print: () => Promise.reject(new Error('There is no printer here.')),
};

/** Twin: answers what it was given, under the head of a PDF. */
export const pretendPrinter: PrinterPort = {
  isThere: true,
  print: (html) => Promise.resolve(Buffer.from(`%PDF-pretend\n${html}`)),
};

async function printWith(chromium: string, html: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'minsheng-print-'));
  try {
    const [page, pdf] = [join(folder, 'letter.html'), join(folder, 'letter.pdf')];
    await writeFile(page, html);
    const wishes = ['--headless', '--disable-gpu', '--no-pdf-header-footer', '--incognito'];
    // Root is refused a sandbox; the page runs nothing and loads nothing.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const own = [`--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${pdf}`];
    const wanted = [...wishes, ...asRoot, ...own, pathToFileURL(page).href];
    await run(chromium, wanted, { timeout: longestMs });
    // On a machine under load it may end well and leave nothing: once more, then it is a fault.
    if (!existsSync(pdf)) await run(chromium, wanted, { timeout: longestMs });
    return await readFile(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
