import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './place.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { text } from './text.ts';

/** A running PostgreSQL that is our child. */
export interface Postmaster {
  pid: number;
  /** Settles when it ends, for whatever reason, with its last words. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

// The shell becomes the database (exec), after leaving behind a watcher that holds the read end of our
// pipe: when we are killed, the pipe closes and the watcher asks the database to stop. It is nobody's
// child, because PostgreSQL counts its children. It signals only the process the pid file still names.
const launch = `
db=$$; file=$1; shift; exec 3<&0
( ( while read -r line; do :; done
    for turn in 1 2 3 4 5; do
      kill -0 "$db" || exit 0
      if read -r pid < "$file" && [ "$pid" = "$db" ]; then kill -INT "$db"; exit; fi
      sleep 1
    done ) <&3 3<&- >/dev/null 2>&1 & )
exec "$@" 3<&- </dev/null`;

const keptLines = 8;
const readyMilliseconds = 120_000;
const stopMilliseconds = 60_000;

export async function startPostmaster(
  place: Place,
  program: string,
  flags: readonly string[],
  patience = readyMilliseconds,
): Promise<Postmaster> {
  const file = join(place.cluster, 'postmaster.pid');
  const child = spawn(
    '/bin/sh',
    ['-c', launch, 'sh', file, program, '-D', place.cluster, ...flags],
    {
      ...place.user,
      cwd: '/',
      env: quietEnvironment(),
      // A session of its own: Ctrl-C at the terminal is for us, and we stop the database last.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
  const ended = watchEnd(child);
  const pid = await pidOf(child);
  await untilReady(place.cluster, { pid, ended, patience });
  return { pid, ended, stop: () => stop(child, ended) };
}

/** What the database may know of our surroundings: nothing that could change its behaviour or hold a secret. */
export function quietEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

function watchEnd(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => {
      child.stdin?.destroy();
      // Its last words may still be in the pipe.
      setTimeout(() => resolve(lastWords(lines, signal ?? `exit code ${code}`)), 50);
    });
  });
}

function lastWords(lines: readonly string[], how: string): string {
  return [...lines, `(${how})`].join('\n');
}

async function pidOf(child: ChildProcess): Promise<number> {
  if (child.pid === undefined) throw new Error(text.didNotStart('no process'));
  return child.pid;
}

interface Starting {
  readonly pid: number;
  readonly ended: Promise<string>;
  readonly patience: number;
}

async function untilReady(cluster: string, { pid, ended, patience }: Starting): Promise<void> {
  let reason: string | null = null;
  ended.then((words) => {
    reason = words;
  });
  const from = performance.now();
  while (true) {
    const file = readPostmasterFile(cluster);
    if (file?.pid === pid && file.isReady) return;
    if (reason !== null) throw new Error(text.didNotStart(reason));
    if (performance.now() - from > patience) throw new Error(text.didNotStart('no answer'));
    await pause(20);
  }
}

/** Fast shutdown: connections end, everything is written. Only if that hangs: at once, and the log repairs at the next start. */
async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), stopMilliseconds);
  await ended;
  clearTimeout(late);
}
