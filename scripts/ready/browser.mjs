import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runToEnd } from './child.mjs';
import { say, slowly } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser for journeys: CHROMIUM names one, otherwise the first on the path; null = none. */
export function findBrowser() {
  if (process.env.CHROMIUM !== undefined) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return (
    folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync) ?? null
  );
}

/** Takes Chromium and Chinese fonts from the system's packages when they are missing. */
export async function installBrowser() {
  const wanted = [];
  if (findBrowser() === null) wanted.push('chromium');
  if (!hasChineseFont()) wanted.push('fonts-noto-cjk');
  if (wanted.length === 0) return true;

  const admin = administrator();
  if (admin === null) {
    say(
      `浏览器测试缺少 ${wanted.join('、')},而这里没有权限安装。请先执行:sudo apt-get install ${wanted.join(' ')}` +
        `(或用 CHROMIUM 指定浏览器)/ missing for the browser tests: ${wanted.join(', ')}`,
    );
    return false;
  }
  const apt = (...args) =>
    runToEnd(
      admin[0] ?? 'apt-get',
      [...admin.slice(1), ...(admin.length ? ['apt-get'] : []), '-qq', ...args],
      {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  return slowly(`安装 / installing ${wanted.join(', ')}`, async () => {
    await apt('update');
    return (await apt('install', '-y', '--no-install-recommends', ...wanted)) === 0;
  });
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

/** How apt-get is run: directly by root, through sudo where it asks nothing, or not at all. */
function administrator() {
  if (spawnSync('apt-get', ['--version']).status !== 0) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}
