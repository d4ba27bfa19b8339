import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../ready/root.mjs';
import { runCheck } from './run-check.mjs';

/** Unit and database tests, counted from the runner's own report. */
export async function runVitest(node) {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-test-'));
  const report = join(folder, 'report.json');
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [
    program,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  try {
    const { code, failures } = await runCheck(node, args, { minutes: 20 });
    return { ...count(report, code), failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(path, code) {
  const report = readReport(path);
  if (report === null) return { passed: 0, failed: 1 };
  // A file that cannot even be loaded has no tests to fail, so it counts itself.
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + broken;
  const endedBadlyForAnotherReason = code !== 0 && failed === 0;
  return { passed, failed: failed + (endedBadlyForAnotherReason || passed + failed === 0 ? 1 : 0) };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
