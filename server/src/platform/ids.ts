import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(16 * 256);
let used = pool.length;
let lastMs = -1;
let counter = 0;

/**
 * UUIDv7 (RFC 9562, method 1) of that instant. Ids of one millisecond, made one after the other,
 * sort in the order they were made: 42 bits count up from a random start in the lower quarter.
 */
export function newId(at: Date): string {
  const bytes = randomBytes();
  const ms = at.getTime();
  counter = ms === lastMs ? counter + 1 : bytes.readUIntBE(6, 5);
  lastMs = ms;
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | Math.floor(counter / 2 ** 30), 6);
  bytes.writeUInt32BE(0x80000000 + (counter % 2 ** 30), 8);
  return dashed(bytes.toString('hex'));
}

/** The instant an id was made for, to the millisecond. */
export function instantOf(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

function randomBytes(): Buffer {
  if (used + 16 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}

const dashed = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
