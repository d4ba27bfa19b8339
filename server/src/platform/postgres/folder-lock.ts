import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './log.ts';
import { processIdentity } from './process-identity.ts';
import { text } from './text.ts';

const fileName = 'minsheng.lock';
const patienceMilliseconds = 4000;

export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  identity: string;
}

interface Wanted {
  folder: string;
  log: Log;
  patienceMilliseconds?: number;
}

/**
 * One program per data folder. The holder is named by number and start time, so that neither a
 * kill nor a restart of the machine leaves the folder locked. A holder that is on its way out
 * (stopped a moment ago) is waited for; one that stays is a refusal.
 */
export async function lockFolder(wanted: Wanted): Promise<FolderLock> {
  const path = join(wanted.folder, fileName);
  const mine = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const content = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  // Readable by whoever comes next, even as another user: it must see whether this holder lives.
  writeFileSync(mine, content, { mode: 0o644 });
  try {
    await waitForTurn(path, mine, wanted);
  } finally {
    rmSync(mine, { force: true });
  }
  return { release: () => releaseIfMine(path, content) };
}

async function waitForTurn(path: string, mine: string, wanted: Wanted): Promise<void> {
  const patience = wanted.patienceMilliseconds ?? patienceMilliseconds;
  const from = performance.now();
  let said = false;
  while (!tryLink(mine, path)) {
    const seen = readOrNull(path);
    const holder = seen === null ? null : livingHolder(seen);
    if (holder === null) {
      if (seen !== null) setAside(path, seen);
      continue;
    }
    if (performance.now() - from > patience) {
      throw new Error(text.folderTaken(wanted.folder, holder.pid));
    }
    if (!said) wanted.log.info(text.waitingForHolder(holder.pid));
    said = true;
    await pause(100);
  }
}

/** A link either appears whole or not at all, and never replaces another one. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Removes a dead holder's lock. Of several programs doing this at once only one gets the file;
 * whoever got a fresh lock instead of the dead one puts it back.
 */
function setAside(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readOrNull(aside) !== dead) tryLink(aside, path);
  rmSync(aside, { force: true });
}

/** The number of the program that lives on the folder, if there is one. */
export function holderOf(folder: string): number | null {
  const content = readOrNull(join(folder, fileName));
  return (content === null ? null : livingHolder(content))?.pid ?? null;
}

function livingHolder(content: string): Holder | null {
  const holder = parse(content);
  if (holder === null) return null;
  return processIdentity(holder.pid) === holder.identity ? holder : null;
}

function parse(content: string): Holder | null {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value !== 'object' || value === null) return null;
    if (!('pid' in value) || !('identity' in value)) return null;
    if (typeof value.pid !== 'number' || typeof value.identity !== 'string') return null;
    return { pid: value.pid, identity: value.identity };
  } catch {
    return null;
  }
}

function releaseIfMine(path: string, content: string): void {
  if (readOrNull(path) === content) rmSync(path, { force: true });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}
