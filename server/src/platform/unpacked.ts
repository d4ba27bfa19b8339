import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

/**
 * How much a zip of a stranger's unpacks to: within a bound, more, or not to be told. What its directory says of sizes is not
 * believed: its parts are unpacked, as far as the bound goes.
 */
export async function unpacked(
  bytes: Buffer,
  most: number,
): Promise<'within' | 'too-large' | 'unreadable'> {
  const parts = packedParts(bytes);
  if (parts === null) return 'unreadable';
  let rest = most;
  for (const { method, packed } of parts) {
    const size = await sizeOf(method, packed, rest);
    if (size === null) return 'unreadable';
    rest -= size;
    if (rest < 0) return 'too-large';
  }
  return 'within';
}

const inflated = promisify(inflateRaw);
const stored = 0;
const deflated = 8;

/** One more than asked for where it is more; null: packed in no way of ours, or broken. */
async function sizeOf(method: number, packed: Buffer, most: number): Promise<number | null> {
  if (method === stored) return packed.length;
  if (method !== deflated) return null;
  try {
    return (await inflated(packed, { maxOutputLength: most + 1 })).length;
  } catch (error) {
    return error instanceof RangeError ? most + 1 : null;
  }
}

interface Packed {
  readonly method: number;
  readonly packed: Buffer;
}

const endMark = Buffer.from('PK\x05\x06', 'latin1');
const entryMark = 0x02014b50;

/** By the directory at its end. Null: none, of another form (zip64), or with anything before or between: readers differ about such. */
function packedParts(bytes: Buffer): Packed[] | null {
  const end = bytes.lastIndexOf(endMark);
  if (end === -1 || end + 22 > bytes.length) return null;
  const [count, size, start] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  if (start + size !== end) return null;
  const parts: Packed[] = [];
  let at = start;
  while (at < end) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryMark) return null;
    const part = partAt(bytes, at);
    if (part === null) return null;
    parts.push(part);
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    at += lengths.reduce((sum, length) => sum + length, 46);
  }
  return parts.length === count ? parts : null;
}

function partAt(bytes: Buffer, at: number): Packed | null {
  const local = bytes.readUInt32LE(at + 42);
  if (local + 30 > bytes.length) return null;
  const body = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(body, body + bytes.readUInt32LE(at + 20));
  return { method: bytes.readUInt16LE(at + 10), packed };
}
