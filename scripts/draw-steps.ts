import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { architecturePage, withDrawings } from './architecture-page.ts';

// npm run docs:steps: draws the modules and both transition tables into
// docs/architecture.md. `--verify` changes nothing and fails when the page is behind the tables.

const path = join(import.meta.dirname, '..', architecturePage);
const now = readFileSync(path, 'utf8');
const wanted = withDrawings(now);
const isVerifying = process.argv.includes('--verify');

if (now === wanted) console.log(`${architecturePage} is up to date`);
else if (isVerifying) {
  console.error(`${architecturePage} is behind the tables: npm run docs:steps`);
  process.exitCode = 1;
} else {
  writeFileSync(path, wanted);
  console.log(`${architecturePage} drawn anew`);
}
