import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

export interface Key {
  readonly id: number;
  readonly seal: KeyObject;
}

/** Derived from the key file; carried by the context, never by a row. */
export interface Keys {
  /** The newest key encrypts; older ones still open what they sealed. */
  readonly newest: Key;
  readonly byId: ReadonlyMap<number, Key>;
  readonly index: KeyObject;
}

export function keysFrom(masters: Record<string, string>, indexMaster?: string): Keys {
  const sorted = Object.entries(masters).sort(([a], [b]) => Number(a) - Number(b));
  const byId = new Map(
    sorted.map(([id, master]) => [Number(id), { id: Number(id), seal: derive(master, 'seal') }]),
  );
  const newest = [...byId.values()].at(-1);
  const index = indexMaster ?? sorted[0]?.[1];
  if (!newest || !index) throw new Error('The key file holds no key.');
  // The index key stays (decision 0022): a new one would lose every phone and every query code.
  return { newest, byId, index: derive(index, 'index') };
}

/** A key object, made once: handed raw bytes, the library makes one anew for every value, at four times the cost. */
const derive = (master: string, purpose: string): KeyObject =>
  createSecretKey(
    Buffer.from(hkdfSync('sha256', Buffer.from(master, 'base64'), '', `minsheng ${purpose}`, 32)),
  );

const ivBytes = 12;
const tagBytes = 16;

/** The id of the key that opens it: what a reseal looks at. */
export const keyIdOf = (sealed: Buffer): number => sealed[0] ?? 0;

/** AES-256-GCM: key id (1 byte), random IV, tag, sealed text. */
export function encrypt({ newest }: Keys, plaintext: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', newest.seal, iv);
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(newest.id), iv, cipher.getAuthTag(), sealed]);
}

export function decrypt({ byId }: Keys, sealed: Buffer): string {
  const key = byId.get(keyIdOf(sealed));
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
