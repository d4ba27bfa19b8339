// node scripts/journeys.mjs [NAME]: the journeys with what they need, browser and pages, on the right Node.
import { resolve } from 'node:path';
import { watchForNpm } from './ready/abandoned.mjs';
import { installBrowser } from './ready/browser.mjs';
import { become } from './ready/child.mjs';
import { install } from './ready/install.mjs';
import { buildPages } from './ready/pages.mjs';
import { root } from './ready/root.mjs';
import { findRuntime } from './ready/runtime.mjs';

const abandoned = watchForNpm();
await install();
if (!(await installBrowser())) process.exit(1);
const node = findRuntime();
await buildPages(node);
const preload = new URL('./ready/leave-with-parent.mjs', import.meta.url).href;
const program = resolve(root, 'journeys/run.ts');
become(node, ['--import', preload, program, ...process.argv.slice(2)], { abandoned });
