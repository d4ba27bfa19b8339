import { spawn } from 'node:child_process';
import { root } from '../ready/root.mjs';
import { failuresIn } from './failures-in.mjs';

/**
 * Runs one program of the tests with its output shown, and keeps its last lines and what failed. Stopped with
 * everything it started when it takes too long, because a hanging test must fail, not wait.
 */
export function runCheck(command, args, { minutes, env = {}, cwd = root }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const endGroup = (signal) => endAll(child.pid, signal);
    const interrupted = () => {
      endGroup('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    const late = setTimeout(() => {
      process.stdout.write(`✗ ${minutes} 分钟内没有结束 / not finished after ${minutes} minutes\n`);
      endGroup('SIGTERM');
      setTimeout(() => endGroup('SIGKILL'), 5000).unref();
    }, minutes * 60_000);

    let tail = '';
    // What is wrong some say on the one, some on the other.
    const failures = [child.stdout, child.stderr].map((said, at) => {
      const out = [process.stdout, process.stderr][at];
      const heard = failuresIn();
      said.setEncoding('utf8');
      said.on('data', (chunk) => {
        out.write(chunk);
        heard.read(chunk);
        tail = (tail + chunk).slice(-4000);
      });
      return heard;
    });
    const settle = (code) => {
      clearTimeout(late);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      resolve({ code, tail, failures: failures.flatMap((heard) => heard.found()) });
    };
    child.on('error', (error) => {
      process.stdout.write(`✗ ${error.message}\n`);
      settle(127);
    });
    child.on('exit', (code) => setTimeout(() => settle(code ?? 1), 50));
  });
}

function endAll(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

/** One check per program: it ends well or it does not. */
export function asOneCheck({ code, tail, failures }) {
  if (code === 0) return { passed: 1, failed: 0, failures: [] };
  return { passed: 0, failed: 1, failures: failures.length > 0 ? failures : [tail] };
}

/** The program's own `N passed, N failed`; one that says nothing, or ends badly without a failure to show, failed. */
export function asCounted({ code, tail, failures }) {
  const found = [...tail.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (found === undefined) return { passed: 0, failed: 1, failures: [...failures, tail] };
  const [passed, failed] = [Number(found[1]), Number(found[2])];
  const saysNothing = passed + failed === 0 || (code !== 0 && failed === 0);
  return { passed, failed: saysNothing ? failed + 1 : failed, failures };
}
