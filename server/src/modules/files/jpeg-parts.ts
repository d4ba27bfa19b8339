/** A part of a JPEG file: a marker with its payload, the scan data that follows included for a scan. */
export interface JpegPart {
  readonly marker: number;
  /** From the marker's first byte to the byte after the part. */
  readonly from: number;
  readonly to: number;
  /** Where the payload begins, after marker and length. */
  readonly dataFrom: number;
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** The parts between start and end of the image; null when the file is broken. Nothing after the end belongs to it. */
export function jpegParts(bytes: Uint8Array): JpegPart[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  const parts: JpegPart[] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === endOfImage) return parts;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const dataTo = at + 2 + length;
    if (length < 2 || dataTo > bytes.length) return null;
    const to = marker === startOfScan ? endOfScan(bytes, dataTo) : dataTo;
    parts.push({ marker, from: at, to, dataFrom: at + 4 });
    at = to;
  }
  return null;
}

/** Scan data runs to the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    const isWithin = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (bytes[at] === 0xff && !isWithin) return at;
    at += 1;
  }
  return bytes.length;
}
