import { createReadStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** 存储: bytes by their digest. What has the same content is kept once. */
export interface StoragePort {
  /** Durable when it answers. */
  put(digest: string, bytes: Uint8Array): Promise<void>;
  open(digest: string): Readable;
}

declare module '../../platform/context.ts' {
  interface Ports {
    storage: StoragePort;
  }
}

/** Files below one folder, two digits of the digest a folder. */
export function folderStorage(folder: string): StoragePort {
  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest);
  return {
    async put(digest, bytes) {
      const path = pathOf(digest);
      if (await exists(path)) return;
      await mkdir(join(folder, digest.slice(0, 2)), { recursive: true, mode: 0o700 });
      // Written beside and moved, so that a killed upload never leaves half a file under its name.
      const beside = `${path}.${process.pid}.part`;
      await writeFile(beside, bytes, { mode: 0o600, flush: true });
      await rename(beside, path);
    },
    open: (digest) => createReadStream(pathOf(digest)),
  };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Pretend twin: in memory, for tests. */
export function memoryStorage(): StoragePort {
  const kept = new Map<string, Uint8Array>();
  return {
    async put(digest, bytes) {
      kept.set(digest, bytes);
    },
    open(digest) {
      const bytes = kept.get(digest);
      if (!bytes) throw new Error('No such file in memory.');
      return Readable.from([bytes]);
    },
  };
}
