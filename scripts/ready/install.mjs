import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './child.mjs';
import { root } from './root.mjs';
import { giveUp, slowly } from './say.mjs';

const lockfile = join(root, 'package-lock.json');
/** npm writes it last, so a killed installation has none. */
const installedList = join(root, 'node_modules', '.package-lock.json');
const stamp = join(root, 'node_modules', '.minsheng-installed');

/** Installs what the lockfile names, unless exactly that is installed. */
export async function install() {
  if (isInstalled()) return;
  const code = await slowly('安装依赖 / installing dependencies (npm ci)', runNpmCi);
  if (code !== 0) {
    giveUp(
      '依赖没有装上(见上面 npm 的说明)。请检查网络和 npm 源(npm config get registry)后重试。\n' +
        '  npm ci failed, see above. Check the network and the registry, then try again.',
    );
  }
  writeFileSync(stamp, digest());
}

function isInstalled() {
  const installed = statSync(installedList, { throwIfNoEntry: false });
  if (installed === undefined) return false;
  if (installed.mtimeMs >= statSync(lockfile).mtimeMs) return true;
  try {
    return readFileSync(stamp, 'utf8') === digest();
  } catch {
    return false;
  }
}

function digest() {
  return createHash('sha256').update(readFileSync(lockfile)).digest('hex');
}

function runNpmCi() {
  // Pages are built here too, so build tools are wanted even where NODE_ENV says production.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-fund',
    '--no-audit',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runToEnd(process.execPath, [npm, ...args]);
  return runToEnd(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}
