// npm start: from a fresh clone to a running hotline. Runs on Node 20 and newer, before anything is installed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { watchForNpm } from './ready/abandoned.mjs';
import { become } from './ready/child.mjs';
import { install } from './ready/install.mjs';
import { buildPages } from './ready/pages.mjs';
import { root } from './ready/root.mjs';
import { findRuntime } from './ready/runtime.mjs';
import { giveUp } from './ready/say.mjs';

const abandoned = watchForNpm();
const program = join(root, 'server', 'src', 'main.ts');
if (!existsSync(program)) {
  giveUp(
    `找不到 ${program}:代码不完整,请重新克隆。\n  ${program} is missing: clone the project again.`,
  );
}

await install();
const node = findRuntime();
await buildPages(node);
const preload = new URL('./ready/leave-with-parent.mjs', import.meta.url).href;
become(node, ['--import', preload, program, ...process.argv.slice(2)], { abandoned });
