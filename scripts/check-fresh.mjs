// npm run check:fresh: proves the two commands from nothing: clones this tree into an empty folder, installs,
// builds and starts there, kills it in every way, starts it again. Takes a minute or two and the network.
// An argument names another tree or address to clone.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './ready/root.mjs';
import { say, seconds } from './ready/say.mjs';

const patienceMilliseconds = 600_000;
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-fresh-'));
// Passable, as a home or a server folder would be: as root the database runs as another user.
chmodSync(folder, 0o711);
const tree = join(folder, 'minsheng');
const counts = { passed: 0, failed: 0 };
const running = [];

process.on('SIGINT', () => process.exit(130));
process.on('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL');
});

try {
  await prove();
} catch (error) {
  fact(error instanceof Error ? error.message : String(error), false);
} finally {
  for (const child of running) endGroup(child, 'SIGTERM');
  await pause(3000);
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;

async function prove() {
  const cloned = spawnSync('git', ['clone', '-q', process.argv[2] ?? root, tree], {
    stdio: 'inherit',
  });
  fact('the tree is cloned', cloned.status === 0);

  const first = await startThere('first start');
  fact('a fresh clone starts by npm start alone', true);
  fact('it says what is slow', /• .*npm ci/.test(first.said()));
  for (const path of ['/', '/c/']) {
    const reply = await fetch(`${first.url}${path}`);
    fact(`the pages at ${path} are served`, reply.ok && (await reply.text()).includes('<script'));
  }
  const key = readFileSync(join(dataFolder(), 'keys.json'), 'utf8');

  process.kill(first.child.pid, 'SIGKILL');
  const second = await startThere('after a kill of npm');
  fact(
    'after a kill of npm it starts again, and nothing is installed or built twice',
    !second.said().includes('•'),
  );

  process.kill(pidOf('server/src/main.ts'), 'SIGKILL');
  await second.ended;
  const third = await startThere('after a kill of the program');
  fact(
    'after a kill of the program it starts again with the same keys',
    readFileSync(join(dataFolder(), 'keys.json'), 'utf8') === key,
  );

  endGroup(third.child, 'SIGTERM');
  await third.ended;
  fact('stopped in order, nothing of it runs on', await until(() => pidOf('') === null));

  writeFileSync(join(tree, 'citizen', 'src', 'touched.ts'), 'export {};\n');
  const fourth = await startThere('after a changed source');
  fact('stale pages are built again', fourth.said().includes('citizen pages'));
  fact('pages that are not stale are left', !fourth.said().includes('console pages'));
}

function dataFolder() {
  return join(tree, '.data', 'zhangzhou');
}

/** npm start in the clone, followed until it serves or ends. */
async function startThere(title) {
  const from = performance.now();
  let said = '';
  const child = spawn('npm', ['--silent', 'start'], {
    cwd: tree,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.push(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
    });
  }
  let hasEnded = false;
  const ended = new Promise((resolve) => {
    child.on('exit', () => {
      hasEnded = true;
      resolve();
    });
  });
  const address = () =>
    /https?:\/\/127\.0\.0\.1:\d+/.exec(said.split('已就绪')[1] ?? '')?.[0] ?? null;
  await until(() => hasEnded || address() !== null, patienceMilliseconds);
  say(`${title}: ${seconds(from)} s`);
  if (address() === null) throw new Error(`${title}: npm start did not serve\n${said}`);
  return { child, url: address(), said: () => said, ended };
}

/** A process of the clone whose command line holds the words. */
function pidOf(words) {
  const { stdout } = spawnSync('pgrep', ['-f', `${tree}.*${words}`], { encoding: 'utf8' });
  const [pid] = stdout.trim().split('\n');
  return pid ? Number(pid) : null;
}

async function until(isTrue, patience = 15_000) {
  const from = performance.now();
  while (!isTrue()) {
    if (performance.now() - from > patience) return false;
    await pause(100);
  }
  return true;
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended.
  }
}

function fact(sentence, holds) {
  counts[holds ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${holds ? '✓' : '✗'} ${sentence}\n`);
}
