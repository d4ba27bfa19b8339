import { createECDH, createHash } from 'node:crypto';

/**
 * SM2 签名 (GB/T 32918.2) with SM3 and a user id. OpenSSL, as Node drives it, signs under the empty id only, which no
 * peer expects. So points of secret numbers are made by OpenSSL; the points computed here are public ones.
 */
const p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const a = p - 3n;
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const gx = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
const gy = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;

/** x and y; null is the point at infinity. */
type Point = readonly [bigint, bigint] | null;

/** GM/T 0009: the id everybody takes who agreed on no other. */
export const usualId = '1234567812345678';

export const sm3 = (bytes: Uint8Array): Buffer => createHash('sm3').update(bytes).digest();

const hex = (value: bigint): string => value.toString(16).padStart(64, '0');
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const mod = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;

function inverse(value: bigint, by: bigint): bigint {
  let [rest, next] = [mod(value, by), by];
  let [x, y] = [1n, 0n];
  while (rest > 1n) {
    const times = next / rest;
    [rest, next] = [next - times * rest, rest];
    [x, y] = [y - times * x, x];
  }
  return mod(x, by);
}

function plus(one: Point, other: Point): Point {
  if (one === null) return other;
  if (other === null) return one;
  const [x1, y1] = one;
  const [x2, y2] = other;
  if (x1 === x2 && mod(y1 + y2, p) === 0n) return null;
  const slope =
    x1 === x2 ? (3n * x1 * x1 + a) * inverse(2n * y1, p) : (y2 - y1) * inverse(x2 - x1, p);
  const x = mod(slope * slope - x1 - x2, p);
  return [x, mod(slope * (x1 - x) - y1, p)];
}

/** In time that depends on `times`, which is public wherever this is used. */
function multiplied(times: bigint, point: Point): Point {
  let sum: Point = null;
  let doubled = point;
  for (let left = times; left > 0n; left >>= 1n) {
    if (left & 1n) sum = plus(sum, doubled);
    doubled = plus(doubled, doubled);
  }
  return sum;
}

const pointOf = (publicKey: Buffer): readonly [bigint, bigint] => [
  numberOf(publicKey.subarray(1, 33)),
  numberOf(publicKey.subarray(33, 65)),
];

/** e: SM3 over who signs, and what. */
function digestOf(message: Uint8Array, publicKey: Buffer, id: string): bigint {
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(Buffer.byteLength(id) * 8);
  const curve = Buffer.from([a, b, gx, gy].map(hex).join(''), 'hex');
  const who = sm3(Buffer.concat([bits, Buffer.from(id), curve, publicKey.subarray(1)]));
  return numberOf(sm3(Buffer.concat([who, message])));
}

/** The public key of a private one: 130 hex digits beginning with 04. */
export function publicKeyOf(privateKey: string): string {
  const pair = createECDH('SM2');
  pair.setPrivateKey(privateKey, 'hex');
  return pair.getPublicKey('hex');
}

export function newPrivateKey(): string {
  const pair = createECDH('SM2');
  pair.generateKeys();
  return pair.getPrivateKey('hex').padStart(64, '0');
}

/** Is this a point of the curve? */
export function isPublicKey(said: string): boolean {
  if (!/^04[0-9a-fA-F]{128}$/.test(said)) return false;
  const [x, y] = pointOf(Buffer.from(said, 'hex'));
  return x < p && y < p && mod(y * y - x * x * x - a * x - b, p) === 0n;
}

/** DER, as OpenSSL writes it. */
export function signSm2(message: Uint8Array, privateKey: string, id: string): Buffer {
  const d = BigInt(`0x${privateKey}`);
  const e = digestOf(message, Buffer.from(publicKeyOf(privateKey), 'hex'), id);
  for (;;) {
    const once = createECDH('SM2');
    const [x] = pointOf(once.generateKeys());
    const k = numberOf(once.getPrivateKey());
    const r = mod(e + x, n);
    if (r === 0n || r + k === n) continue;
    const s = mod(inverse(1n + d, n) * (k - r * d), n);
    if (s !== 0n) return derOf(r, s);
  }
}

export function isSignedSm2(
  message: Uint8Array,
  { signature, publicKey, id }: { signature: Buffer; publicKey: string; id: string },
): boolean {
  const parts = partsOf(signature);
  if (!parts || !isPublicKey(publicKey)) return false;
  const [r, s] = parts;
  const t = mod(r + s, n);
  if (r === 0n || s === 0n || r >= n || s >= n || t === 0n) return false;
  const key = Buffer.from(publicKey, 'hex');
  const sum = plus(multiplied(s, [gx, gy]), multiplied(t, pointOf(key)));
  return sum !== null && mod(digestOf(message, key, id) + sum[0], n) === r;
}

function derOf(r: bigint, s: bigint): Buffer {
  const [first, second] = [r, s].map((value) => {
    const bytes = Buffer.from(hex(value).replace(/^(00)+/, ''), 'hex');
    const padded = (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
    return Buffer.concat([Buffer.of(2, padded.length), padded]);
  });
  const body = Buffer.concat([first ?? Buffer.of(), second ?? Buffer.of()]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

/** Null where it is no pair of numbers. */
function partsOf(der: Buffer): readonly [bigint, bigint] | null {
  const length = der[3] ?? 0;
  const second = 4 + length;
  const rest = der[second + 1] ?? 0;
  const isPair =
    der[0] === 0x30 &&
    der[1] === der.length - 2 &&
    der[2] === 2 &&
    der[second] === 2 &&
    second + 2 + rest === der.length;
  if (!isPair || length === 0 || rest === 0 || length > 33 || rest > 33) return null;
  return [numberOf(der.subarray(4, second)), numberOf(der.subarray(second + 2))];
}
