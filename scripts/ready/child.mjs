import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

/** What was read and compiled once is kept: a third of the work of every later start. */
const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.compiled') };

/** Runs a program to its end with our terminal; answers its exit code. */
export function runToEnd(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Becomes a program, as far as a program can: same terminal, same signals, same end. */
export function become(command, args, { abandoned = () => false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...compiled, ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  child.on('error', (error) => {
    process.stderr.write(`✗ ${error.message}\n`);
    process.exit(127);
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + signalNumber(signal);
    process.exit();
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl-C at a terminal reaches the child by itself; a second one could be read as impatience.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  const watch = setInterval(() => {
    if (!abandoned()) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 300);
  watch.unref();
}

function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1;
}
