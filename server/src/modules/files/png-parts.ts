import { crc32 } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** What a picture looks like; everything else, whatever it is called, is notes. */
const ofPicture = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
);

interface PngPart {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** From the signature to IEND; null when the file is broken. Nothing after the end belongs to it. */
function pngParts(bytes: Buffer): PngPart[] | null {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null;
  const parts: PngPart[] = [];
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const to = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (to > bytes.length) return null;
    parts.push({ name, from: at, to });
    if (name === 'IEND') return parts;
    at = to;
  }
  return null;
}

/** 拍摄信息 of a PNG: the block a camera or telephone wrote, as in a JPEG. */
export function pngNotes(bytes: Buffer): Buffer | null {
  const part = pngParts(bytes)?.find(({ name }) => name === 'eXIf');
  return part ? bytes.subarray(part.from + 8, part.to - 4) : null;
}

/** The same picture without its notes, but for those given. Null when the file cannot be read. */
export function pngWith(bytes: Buffer, notes: Buffer | null): Buffer | null {
  const parts = pngParts(bytes);
  const [first, ...more] = parts ?? [];
  if (first?.name !== 'IHDR') return null;
  const kept = more.filter(({ name }) => ofPicture.has(name));
  return Buffer.concat([
    signature,
    bytes.subarray(first.from, first.to),
    ...(notes ? [part('eXIf', notes)] : []),
    ...kept.map(({ from, to }) => bytes.subarray(from, to)),
  ]);
}

function part(name: string, words: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), words]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(words.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
