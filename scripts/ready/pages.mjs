import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { runToEnd } from './child.mjs';
import { compress } from './compress.mjs';
import { root } from './root.mjs';
import { giveUp, slowly } from './say.mjs';

const workspaces = [
  { name: 'console', title: '工作台页面 / console pages' },
  { name: 'citizen', title: '市民页面 / citizen pages' },
];
const notSources = ['node_modules', 'dist'];
/** Half-built and just replaced pages: where nobody looks, on the same disk. */
const aside = join(root, 'node_modules', '.pages');

/** Builds the web pages whose sources are not the ones last built. */
export async function buildPages(node) {
  for (const { name, title } of workspaces) {
    if (existsSync(join(root, name, 'index.html'))) await buildIfStale(node, name, title);
  }
}

async function buildIfStale(node, name, title) {
  const folder = join(root, name);
  const stamp = join(folder, 'dist', '.sources');
  const digest = digestOf([
    folder,
    ...['contract', 'package-lock.json', 'scripts/ready/compress.mjs'].map((path) =>
      join(root, path),
    ),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;

  const code = await slowly(`构建${title}`, () =>
    buildInto(node, name, join(aside, `${name}.new`)),
  );
  if (code !== 0) {
    giveUp(
      `${name} 的页面没有构建成功(见上面)。\n  The pages of ${name} were not built, see above.`,
    );
  }
  writeFileSync(join(aside, `${name}.new`, '.sources'), digest);
  swapIn(name);
}

/** One page, with every text packed beside itself; answers the exit code. */
export async function buildInto(node, name, outDir) {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [program, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const code = await runToEnd(node, args, { cwd: join(root, name) });
  if (code === 0) await compress(outDir);
  return code;
}

/** A server already running on these pages sees the old ones or the new ones, not half of them. */
function swapIn(name) {
  const now = join(root, name, 'dist');
  const old = join(aside, `${name}.old`);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(now)) renameSync(now, old);
  renameSync(join(aside, `${name}.new`), now);
  rmSync(old, { recursive: true, force: true });
}

function digestOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder)) {
    hash.update(`${relative(root, path)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !notSources.includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}
