import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Key, Keys } from '../../platform/secrets.ts';

/*
 * 加密存放: a file of the storage, sealed under a key of its own (AES-256-GCM).
 *
 *   16 bytes   mark
 *   8 × 61     the file's key, wrapped by a key of the key file: its id, IV, tag, 32 bytes; empty: zeros
 *   8 bytes    zeros
 *   then       parts of 64 KiB, each sealed with its number and whether it is the last, and its tag behind it
 *
 * What wraps the key also names the digest of the file, so that one file cannot be put under another's name.
 */

const mark = Buffer.from('minsheng-seal-1\n', 'latin1');
const slotBytes = 61;
const slots = 8;
export const headBytes = 512;
const tagBytes = 16;
const ivBytes = 12;
const cipherName = 'aes-256-gcm';
/** A tag that was cut short proves less, and is none. */
const whole = { authTagLength: tagBytes };
const partBytes = 64 * 1024;

const slotAt = (no: number): number => mark.length + no * slotBytes;

/** Whether these are the first bytes of a sealed file; what was kept before files were sealed lies in clear. */
export const isSealed = (head: Uint8Array): boolean =>
  head.length >= headBytes && mark.equals(head.subarray(0, mark.length));

/** Written part by part behind a head that is written last, once the digest is known. */
export interface Sealing {
  write(bytes: Uint8Array): Promise<void>;
  end(digest: string): Promise<void>;
}

export async function beginSealing(file: FileHandle, wrapping: readonly Key[]): Promise<Sealing> {
  const own = randomBytes(32);
  let at = headBytes;
  let no = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const put = async (part: Uint8Array, isLast: boolean) => {
    const sealed = sealedPart(own, { no, isLast }, part);
    await writeAt(file, sealed, at);
    at += sealed.length;
    no += 1;
  };
  await writeAt(file, Buffer.alloc(headBytes), 0);
  return {
    write: async (bytes) => {
      waiting.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      waitingBytes += bytes.length;
      // The last part is known only at the end, so one is always held back.
      if (waitingBytes <= partBytes) return;
      const all = Buffer.concat(waiting);
      let from = 0;
      for (; all.length - from > partBytes; from += partBytes)
        await put(all.subarray(from, from + partBytes), false);
      waiting = [all.subarray(from)];
      waitingBytes = all.length - from;
    },
    end: async (digest) => {
      await put(Buffer.concat(waiting), true);
      const head = Buffer.alloc(headBytes);
      mark.copy(head);
      for (const [slot, key] of wrapping.slice(0, slots).entries())
        wrapped(key, own, digest).copy(head, slotAt(slot));
      await writeAt(file, head, 0);
    },
  };
}

/** The words of a sealed file in order, from a byte to one before another. Throws where it was touched. */
export async function* openedParts(
  file: FileHandle,
  own: Buffer,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Buffer> {
  const { size } = await file.stat();
  const sealedBytes = partBytes + tagBytes;
  const count = Math.max(1, Math.ceil((size - headBytes) / sealedBytes));
  const first = Math.floor(from / partBytes);
  for (let no = first; no < count && no * partBytes < Math.max(to, 1); no += 1) {
    const isLast = no === count - 1;
    const length = isLast ? size - headBytes - no * sealedBytes : sealedBytes;
    const part = openedPart(
      own,
      { no, isLast },
      await readAt(file, headBytes + no * sealedBytes, length),
    );
    yield part.subarray(Math.max(0, from - no * partBytes), Math.max(0, to - no * partBytes));
  }
}

/** The file's own key, by whichever key of ours opens it. */
export function ownKeyIn(head: Buffer, keys: Pick<Keys, 'byId'>, digest: string): Buffer {
  for (let slot = 0; slot < slots; slot += 1) {
    const key = keys.byId.get(head[slotAt(slot)] ?? 0);
    const own = key && unwrapped(key, head.subarray(slotAt(slot), slotAt(slot + 1)), digest);
    if (own) return own;
  }
  throw new Error(
    'A file is sealed with a key that is not in the key file, or is not what its name says.',
  );
}

/** Ids of the keys that open it, the newest last. */
export function wrappingIds(head: Buffer): number[] {
  const ids = Array.from({ length: slots }, (_, slot) => head[slotAt(slot)] ?? 0);
  return ids.filter((id) => id !== 0).sort((a, b) => a - b);
}

/**
 * 换包: the same file under another key of ours, its words untouched. The new one is flushed before the older ones
 * leave, so that one of them opens it whenever the power fails. `keepsOlder`: they stay, for backups of their time.
 */
export async function rewrap(
  path: string,
  { keys, digest, keepsOlder }: { keys: Keys; digest: string; keepsOlder: boolean },
): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const head = await readAt(file, 0, headBytes);
    const own = ownKeyIn(head, keys, digest);
    const ids = Array.from({ length: slots }, (_, slot) => head[slotAt(slot)] ?? 0);
    const target = freeSlot(ids);
    await writeAt(file, wrapped(keys.newest, own, digest), slotAt(target));
    await file.sync();
    if (keepsOlder) return;
    for (const [slot, id] of ids.entries())
      if (slot !== target && id !== 0) await writeAt(file, Buffer.alloc(slotBytes), slotAt(slot));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** An empty one, or that of the oldest key. */
function freeSlot(ids: readonly number[]): number {
  const empty = ids.indexOf(0);
  return empty >= 0 ? empty : ids.indexOf(Math.min(...ids));
}

interface PartOf {
  readonly no: number;
  readonly isLast: boolean;
}

/** Never used twice under one key: every file has a key of its own, and its parts are counted. */
function ivOf({ no, isLast }: PartOf): Buffer {
  const iv = Buffer.alloc(ivBytes);
  iv[0] = isLast ? 1 : 0;
  iv.writeUInt32BE(no, ivBytes - 4);
  return iv;
}

function sealedPart(own: Buffer, of: PartOf, words: Uint8Array): Buffer {
  const cipher = createCipheriv(cipherName, own, ivOf(of));
  return Buffer.concat([cipher.update(words), cipher.final(), cipher.getAuthTag()]);
}

function openedPart(own: Buffer, of: PartOf, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(cipherName, own, ivOf(of), whole);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
}

function wrapped(key: Key, own: Buffer, digest: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(cipherName, key.seal, iv).setAAD(Buffer.from(digest, 'hex'));
  const sealed = Buffer.concat([cipher.update(own), cipher.final()]);
  return Buffer.concat([Buffer.of(key.id), iv, cipher.getAuthTag(), sealed]);
}

/** Null: half written when the power failed, or of another file. */
function unwrapped(key: Key, slot: Buffer, digest: string): Buffer | null {
  const decipher = createDecipheriv(cipherName, key.seal, slot.subarray(1, 1 + ivBytes), whole);
  decipher.setAAD(Buffer.from(digest, 'hex'));
  decipher.setAuthTag(slot.subarray(1 + ivBytes, 1 + ivBytes + tagBytes));
  try {
    return Buffer.concat([
      decipher.update(slot.subarray(1 + ivBytes + tagBytes)),
      decipher.final(),
    ]);
  } catch {
    return null;
  }
}

export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

async function writeAt(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
