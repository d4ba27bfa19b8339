import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Keys } from '../../platform/secrets.ts';
import { beginSealing, headBytes, isSealed, readAt, rewrap, wrappingIds } from './sealed-file.ts';

export interface SealingKept {
  readonly folder: string;
  readonly keys: Keys;
  /** Of a backup: what older keys open stays open to them, for whoever brings back an older backup with its keys. */
  readonly keepsOlder: boolean;
  /** Against whoever removes the file at the same time; a file that is gone by then stays gone. */
  inTurn(digest: string, work: () => Promise<void>): Promise<void>;
  onProgress(sealed: number): void;
}

export interface SealedKept {
  /** Sealed or wrapped anew by this run. */
  readonly sealed: number;
  /** In clear, and not what their name says: left alone. */
  readonly spoilt: readonly string[];
}

/** 文件加密 of what lies in a folder of files, beside a running program: done files are passed over, so killed it goes on. */
export async function sealKept(work: SealingKept): Promise<SealedKept> {
  let sealed = 0;
  const spoilt: string[] = [];
  for await (const { path, digest, head } of keptFiles(work.folder)) {
    const done = isSealed(head)
      ? await wrapAnew(work, { path, digest, head })
      : await sealClear(work, { path, digest });
    if (done === 'spoilt') spoilt.push(digest);
    if (done !== 'sealed') continue;
    sealed += 1;
    work.onProgress(sealed);
  }
  return { sealed, spoilt };
}

/** How many files lie in clear (0), or are opened by this key and no newer one. */
export async function fileKeyUse(folder: string): Promise<Map<number, number>> {
  const use = new Map<number, number>();
  for await (const { head } of keptFiles(folder)) {
    const newest = isSealed(head) ? (wrappingIds(head).at(-1) ?? 0) : 0;
    use.set(newest, (use.get(newest) ?? 0) + 1);
  }
  return use;
}

interface KeptFile {
  readonly path: string;
  readonly digest: string;
  readonly head: Buffer;
}

async function* keptFiles(folder: string): AsyncGenerator<KeptFile> {
  for (const part of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    for (const digest of await readdir(join(folder, part))) {
      const path = join(folder, part, digest);
      const head = /^[0-9a-f]{64}$/.test(digest) ? await headOf(path) : null;
      if (head !== null) yield { path, digest, head };
    }
  }
}

/** Null: removed meanwhile. */
async function headOf(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    return await readAt(file, 0, headBytes);
  } finally {
    await file.close();
  }
}

type Done = 'sealed' | 'spoilt' | null;

async function wrapAnew(
  { keys, keepsOlder }: SealingKept,
  { path, digest, head }: KeptFile,
): Promise<Done> {
  const ids = wrappingIds(head);
  const isDone = ids.includes(keys.newest.id) && (keepsOlder || ids.length === 1);
  if (isDone) return null;
  await keepingTimes(path, () => rewrap(path, { keys, digest, keepsOlder }));
  return 'sealed';
}

async function sealClear(
  { folder, keys, keepsOlder, inTurn }: SealingKept,
  { path, digest }: Pick<KeptFile, 'path' | 'digest'>,
): Promise<Done> {
  const beside = join(folder, 'incoming', randomUUID());
  await mkdir(dirname(beside), { recursive: true, mode: 0o700 });
  try {
    const wrapping = keepsOlder ? [...keys.byId.values()] : [keys.newest];
    const file = await open(beside, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      const sealing = await beginSealing(file, wrapping);
      for await (const chunk of createReadStream(path)) {
        hash.update(chunk);
        await sealing.write(chunk);
      }
      if (hash.digest('hex') !== digest) return 'spoilt';
      await sealing.end(digest);
      await file.sync();
    } finally {
      await file.close();
    }
    let isThere = false;
    await inTurn(digest, async () => {
      isThere = (await stat(path).catch(() => null)) !== null;
      if (isThere) await keepingTimes(path, () => rename(beside, path));
    });
    return isThere ? 'sealed' : null;
  } finally {
    await rm(beside, { force: true });
  }
}

/** When a file came is how a backup knows what is younger than it. */
async function keepingTimes(path: string, work: () => Promise<void>): Promise<void> {
  const { atime, mtime } = await stat(path);
  await work();
  await utimes(path, atime, mtime);
}
