import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { StoragePort } from './storage.ts';

const all = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** Pretend twin: in memory, for tests. */
export function memoryStorage(): StoragePort {
  const kept = new Map<string, Uint8Array>();
  const bytesOf = (digest: string): Uint8Array => {
    const bytes = kept.get(digest);
    if (!bytes) throw new Error('No such file in memory.');
    return bytes;
  };
  return {
    async receive(chunks, most) {
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size <= most) parts.push(chunk);
      }
      const bytes = Buffer.concat(parts);
      const digest = createHash('sha256').update(bytes).digest('hex');
      return {
        digest,
        size: bytes.length,
        isTooMuch: size > most,
        head: async (length) => bytes.subarray(0, length),
        keep: async () => {
          kept.set(digest, bytes);
        },
        drop: async () => {},
      };
    },
    open: (digest, { from, to } = all) => Readable.from([bytesOf(digest).subarray(from, to)]),
    read: async (digest) => bytesOf(digest),
    remove: async (digest) => {
      kept.delete(digest);
    },
    tidy: async () => 0,
  };
}
