// npm test: everything that must hold, from a fresh clone. `npm test -- --only=types,lint,unit` for a part of it.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { asCounted, asOneCheck, runCheck } from './checks/run-check.mjs';
import { runVitest } from './checks/vitest.mjs';
import { installBrowser } from './ready/browser.mjs';
import { install } from './ready/install.mjs';
import { buildPages } from './ready/pages.mjs';
import { root } from './ready/root.mjs';
import { findRuntime } from './ready/runtime.mjs';
import { giveUp, say, seconds } from './ready/say.mjs';

// What stands beside the cities for all of them is checked with each.
const cities = foldersIn('cities').filter((name) => has(`cities/${name}/city.json`));
const typed = ['.', 'console', 'citizen'].filter((name) =>
  existsSync(join(root, name, 'tsconfig.json')),
);

/** Each step answers how many checks passed and failed. One whose folder is not in this tree has nothing to check. */
const steps = [
  { name: 'types', run: (node) => all(typed, (name) => types(node, name)) },
  { name: 'lint', run: lint },
  {
    name: 'cities',
    has: cities.length > 0,
    run: (node) => all(cities, (city) => program(node, 'scripts/city-check.ts', [city], 5)),
  },
  { name: 'unit', run: runVitest },
  {
    name: 'stories',
    has: has('stories/run.ts'),
    run: (node) => program(node, 'stories/run.ts', ['all'], 15),
  },
  { name: 'journeys', has: has('journeys/run.ts'), run: journeys },
];

// Whatever ends us early, the last line is a count, and it counts as a failure.
const unfinished = () => process.stdout.write('0 passed, 1 failed\n');
process.on('exit', unfinished);
const only = optionOnly();
await install();
const node = findRuntime();
// Whatever a test starts by the name `node` is the right one as well.
process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;

const total = { passed: 0, failed: 0 };
const summary = [];
const untrue = [];
for (const step of steps) {
  if (only !== null && !only.includes(step.name)) continue;
  if (step.has === false) {
    summary.push(`  ${step.name.padEnd(9)} (这里没有 / not in this tree)`);
    continue;
  }
  say(step.name);
  const from = performance.now();
  const { passed, failed, failures } = await orFailed(() => step.run(node));
  untrue.push(...failures);
  total.passed += passed;
  total.failed += failed;
  summary.push(
    `${failed ? '✗' : '✓'} ${step.name.padEnd(9)} ${passed} passed, ${failed} failed, ${seconds(from)} s`,
  );
}
process.off('exit', unfinished);
// Said once more, because whoever looks reads the end.
if (untrue.length > 0) process.stdout.write(`\n没有通过 / what failed\n${untrue.join('\n')}\n`);
process.stdout.write(`\n${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function types(node, name) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return asOneCheck(await runCheck(node, [tsc, '--noEmit', '-p', name], { minutes: 10 }));
}

async function lint(node) {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  return asOneCheck(await runCheck(node, [biome, 'check', '.'], { minutes: 10 }));
}

async function program(node, file, args, minutes) {
  return asCounted(await runCheck(node, [join(root, file), ...args], { minutes }));
}

async function journeys(node) {
  if (!(await installBrowser())) return { passed: 0, failed: 1, failures: [] };
  await buildPages(node);
  return program(node, 'journeys/run.ts', [], 20);
}

async function all(names, run) {
  const sum = { passed: 0, failed: 0, failures: [] };
  for (const name of names) {
    const { passed, failed, failures } = await run(name);
    sum.passed += passed;
    sum.failed += failed;
    sum.failures.push(...failures);
  }
  return sum;
}

async function orFailed(run) {
  try {
    return await run();
  } catch (error) {
    const said = `✗ ${error instanceof Error ? error.stack : error}`;
    process.stdout.write(`${said}\n`);
    return { passed: 0, failed: 1, failures: [said] };
  }
}

function has(path) {
  return existsSync(join(root, path));
}

function foldersIn(name) {
  if (!has(name)) return [];
  return readdirSync(join(root, name), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function optionOnly() {
  const given = process.argv.slice(2).find((argument) => argument.startsWith('--only='));
  if (given === undefined) return null;
  const names = given.slice('--only='.length).split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    giveUp(`--only: ${unknown.join(', ')}? (${steps.map((step) => step.name).join(', ')})`);
  return names;
}
