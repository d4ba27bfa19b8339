// node scripts/run.mjs FILE.ts [arguments]: runs one of our programs on the right Node, installed or not.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { watchForNpm } from './ready/abandoned.mjs';
import { become } from './ready/child.mjs';
import { install } from './ready/install.mjs';
import { root } from './ready/root.mjs';
import { findRuntime } from './ready/runtime.mjs';
import { giveUp } from './ready/say.mjs';

const abandoned = watchForNpm();
const [file, ...rest] = process.argv.slice(2);
if (file === undefined || !existsSync(resolve(root, file))) {
  giveUp(`用法 / usage: node scripts/run.mjs FILE.ts [arguments]${file ? `\n  ${file}?` : ''}`);
}

await install();
const preload = new URL('./ready/leave-with-parent.mjs', import.meta.url).href;
become(findRuntime(), ['--import', preload, resolve(root, file), ...rest], { abandoned });
