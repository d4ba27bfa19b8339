import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Received, StoragePort } from './storage.ts';

/** Files below one folder, the first two digits of the digest a folder each. */
export function folderStorage(folder: string): StoragePort {
  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest);
  return {
    receive: (bytes, most) => receive(bytes, { most, folder, pathOf }),
    open: (digest) => createReadStream(pathOf(digest)),
    read: (digest) => readFile(pathOf(digest)),
    remove: (digest) => rm(pathOf(digest), { force: true }),
    tidy: (before) => tidy(join(folder, 'incoming'), before),
  };
}

interface Place {
  readonly most: number;
  readonly folder: string;
  pathOf(digest: string): string;
}

/** Written beside and moved when it is wanted, so that a broken upload never leaves half a file under a name. */
async function receive(
  bytes: AsyncIterable<Uint8Array>,
  { most, folder, pathOf }: Place,
): Promise<Received> {
  const beside = join(folder, 'incoming', randomUUID());
  await mkdir(dirname(beside), { recursive: true, mode: 0o700 });
  const drop = () => rm(beside, { force: true });
  try {
    const { digest, size } = await writeAll(beside, bytes, most);
    let isKept = false;
    return {
      digest,
      size: Math.min(size, most),
      isTooMuch: size > most,
      head: (length) => headOf(beside, Math.min(length, size)),
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
  most: number,
): Promise<{ digest: string; size: number }> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      // What is too much is read to its end, so that the sender hears why, but goes nowhere.
      if (size > most) continue;
      hash.update(chunk);
      await writeWhole(file, chunk);
    }
    await file.sync();
    return { digest: hash.digest('hex'), size };
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

async function headOf(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
