import { execFileSync } from 'node:child_process';

const browserModule = new URL('../../scripts/ready/browser.mjs', import.meta.url).href;
const question = `import { findBrowser } from ${JSON.stringify(browserModule)}; process.stdout.write(findBrowser() ?? '')`;

/** The browser that the scripts found or installed. */
export function findBrowser(): string {
  const path = execFileSync(process.execPath, ['--input-type=module', '-e', question], {
    encoding: 'utf8',
  });
  if (path === '') throw new Error('No Chromium is to be found; CHROMIUM can name one.');
  return path;
}
