import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { giveUp } from './say.mjs';

const major = '24';

/** The Node the program runs on: the one running us if it is the right one, else the pinned one. */
export function findRuntime() {
  if (process.versions.node.split('.')[0] === major) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `${system}-${process.arch}`;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  // On some systems the plain name was taken, and the package is called node-bin-….
  const places = [`node-${name}`, `node-bin-${name}`];
  const path = places
    .map((place) => join(root, 'node_modules', place, 'bin', file))
    .find(existsSync);
  if (path === undefined) {
    giveUp(
      `没有适合本机(${process.platform} ${process.arch})的 Node ${major}。请先安装 Node ${major} LTS,再运行同一条命令。\n` +
        `  No pinned Node ${major} for this system (${name}). Install Node ${major} LTS and run the same command.`,
    );
  }
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (!stdout?.startsWith(`v${major}.`)) {
    giveUp(
      `自带的 Node ${major}(${path})在本机跑不起来,多半是系统库不同(如 Alpine)。请安装 Node ${major} LTS。\n` +
        `  The pinned Node ${major} does not run here, most likely because of other system libraries. Install Node ${major} LTS.`,
    );
  }
  return path;
}
