import { z } from 'zod';
import type { Store } from './database.ts';

export function keepFile(store: Store, sha256: string, bytes: Uint8Array): void {
  store
    .prepare('insert into files (sha256, bytes) values (?, ?) on conflict (sha256) do nothing')
    .run(sha256, bytes);
}

export function fileOf(store: Store, sha256: string): Uint8Array | null {
  const found = store.prepare('select bytes from files where sha256 = ?').get(sha256);
  return found === undefined
    ? null
    : z.object({ bytes: z.instanceof(Uint8Array) }).parse(found).bytes;
}
