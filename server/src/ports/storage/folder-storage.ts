import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Keys } from '../../platform/secrets.ts';
import { beginSealing, headBytes, isSealed, openedParts, ownKeyIn, readAt } from './sealed-file.ts';
import type { Bytes, Received, StoragePort } from './storage.ts';

/**
 * Files below one folder, the first two digits of the digest a folder each, sealed under the newest key. Without keys
 * they lie in clear; what lies in clear is read as it is.
 */
export function folderStorage(folder: string, keys: Keys | null): StoragePort {
  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest);
  return {
    receive: (bytes, most) => receive(bytes, { most, folder, keys, pathOf }),
    open: (digest, bytes = all) =>
      Readable.from(wordsOf(pathOf(digest), { digest, keys, ...bytes }), { objectMode: false }),
    read: async (digest) => gathered(wordsOf(pathOf(digest), { digest, keys, ...all })),
    remove: (digest) => rm(pathOf(digest), { force: true }),
    tidy: (before) => tidy(join(folder, 'incoming'), before),
  };
}

const all = { from: 0, to: Number.MAX_SAFE_INTEGER };

interface Place {
  readonly most: number;
  readonly folder: string;
  readonly keys: Keys | null;
  pathOf(digest: string): string;
}

/** Written beside and moved when it is wanted, so that a broken upload never leaves half a file under a name. */
async function receive(
  bytes: AsyncIterable<Uint8Array>,
  { most, folder, keys, pathOf }: Place,
): Promise<Received> {
  const beside = join(folder, 'incoming', randomUUID());
  await mkdir(dirname(beside), { recursive: true, mode: 0o700 });
  const drop = () => rm(beside, { force: true });
  try {
    const { digest, size } = await writeAll(beside, bytes, { most, keys });
    let isKept = false;
    return {
      digest,
      size: Math.min(size, most),
      isTooMuch: size > most,
      head: (length) =>
        gathered(wordsOf(beside, { digest, keys, from: 0, to: Math.min(length, size) })),
      keep: async () => {
        if (isKept) return;
        await mkdir(dirname(pathOf(digest)), { recursive: true, mode: 0o700 });
        await rename(beside, pathOf(digest));
        await syncFolder(dirname(pathOf(digest)));
        isKept = true;
      },
      drop,
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function tidy(incoming: string, before: Date): Promise<number> {
  let gone = 0;
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name);
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtime >= before) continue;
    await rm(path, { force: true });
    gone += 1;
  }
  return gone;
}

async function writeAll(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { most, keys }: Pick<Place, 'most' | 'keys'>,
): Promise<{ digest: string; size: number }> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    const sealing = keys && (await beginSealing(file, [keys.newest]));
    for await (const chunk of bytes) {
      size += chunk.length;
      // What is too much is read to its end, so that the sender hears why, but goes nowhere.
      if (size > most) continue;
      hash.update(chunk);
      await (sealing ? sealing.write(chunk) : writeWhole(file, chunk));
    }
    const digest = hash.digest('hex');
    await sealing?.end(digest);
    await file.sync();
    return { digest, size };
  } finally {
    await file.close();
  }
}

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done);
    done += bytesWritten;
  }
}

/** The name too has to outlive a power cut, not only the bytes. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

interface Wanted extends Bytes {
  readonly digest: string;
  readonly keys: Keys | null;
}

const clearBytes = 64 * 1024;

/** What a kept file says, from a byte to one before another, sealed or in clear. */
async function* wordsOf(path: string, { digest, keys, from, to }: Wanted): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = await readAt(file, 0, headBytes);
    if (keys && isSealed(head)) {
      yield* openedParts(file, ownKeyIn(head, keys, digest), { from, to });
      return;
    }
    for (let at = from; at < to; at += clearBytes) {
      const part = await readAt(file, at, Math.min(clearBytes, to - at));
      yield part;
      if (part.length < clearBytes) return;
    }
  } finally {
    await file.close();
  }
}

async function gathered(words: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of words) parts.push(part);
  return Buffer.concat(parts);
}
