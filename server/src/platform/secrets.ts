import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const keyFile = z.object({ keys: z.record(z.string().regex(/^\d{1,3}$/), z.base64()) });

interface Key {
  readonly id: number;
  readonly seal: Buffer;
}

/** Derived from the key file; carried by the context, never by a row. */
export interface Keys {
  /** The newest key encrypts; older ones still open what they sealed. */
  readonly newest: Key;
  readonly byId: ReadonlyMap<number, Key>;
  readonly index: Buffer;
}

/** Reads `<data>/keys.json`, or makes it at the first start, readable by its owner only. */
export function openKeys(dataFolder: string): Keys {
  const path = join(dataFolder, 'keys.json');
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const first = { keys: { 1: randomBytes(32).toString('base64') } };
    writeFileSync(path, JSON.stringify(first), { mode: 0o600, flag: 'wx' });
  }
  chmodSync(path, 0o600);
  return keysFrom(keyFile.parse(JSON.parse(readFileSync(path, 'utf8'))).keys);
}

export function keysFrom(masters: Record<string, string>): Keys {
  const sorted = Object.entries(masters).sort(([a], [b]) => Number(a) - Number(b));
  const byId = new Map(
    sorted.map(([id, master]) => [Number(id), { id: Number(id), seal: derive(master, 'seal') }]),
  );
  const newest = [...byId.values()].at(-1);
  const first = sorted[0]?.[1];
  if (!newest || !first) throw new Error('The key file holds no key.');
  // Indexes stay with the first key: a new index key would lose every phone already stored.
  return { newest, byId, index: derive(first, 'index') };
}

const derive = (master: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(master, 'base64'), '', `minsheng ${purpose}`, 32));

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: key id (1 byte), random IV, tag, sealed text. */
export function encrypt({ newest }: Keys, plaintext: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', newest.seal, iv);
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(newest.id), iv, cipher.getAuthTag(), sealed]);
}

export function decrypt({ byId }: Keys, sealed: Buffer): string {
  const key = byId.get(sealed[0] ?? 0);
  if (!key) throw new Error('Sealed with a key that is not in the key file.');
  const decipher = createDecipheriv('aes-256-gcm', key.seal, sealed.subarray(1, 1 + ivBytes));
  decipher.setAuthTag(sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes));
  const text = sealed.subarray(1 + ivBytes + tagBytes);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}

/** Finds an encrypted value by equality without opening it. The caller normalises first. */
export function blindIndex({ index }: Keys, purpose: string, normalised: string): Buffer {
  return createHmac('sha256', index).update(`${purpose}\0${normalised}`).digest();
}
