const ofPicture = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const exifFlag = 0x08;
const xmpFlag = 0x04;

interface WebpPart {
  readonly name: string;
  readonly from: number;
  /** Behind its words, the odd byte not counted. */
  readonly to: number;
}

/** Parts of a RIFF file of kind WEBP; null when it is broken. Nothing after the end it names belongs to it. */
function webpParts(bytes: Buffer): WebpPart[] | null {
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.length >= 12;
  if (!isWebp || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return null;
  const parts: WebpPart[] = [];
  for (let at = 12; at + 8 <= end; ) {
    const to = at + 8 + bytes.readUInt32LE(at + 4);
    if (to > end) return null;
    parts.push({ name: bytes.toString('latin1', at, at + 4), from: at, to });
    at = to + (to % 2);
  }
  return parts;
}

/** 拍摄信息 of a WebP; some write the head of a JPEG's before it. */
export function webpNotes(bytes: Buffer): Buffer | null {
  const part = webpParts(bytes)?.find(({ name }) => name === 'EXIF');
  if (!part) return null;
  const words = bytes.subarray(part.from + 8, part.to);
  return words.toString('latin1', 0, 6) === 'Exif\0\0' ? words.subarray(6) : words;
}

/** The same picture without its notes, but for those given. Null when the file cannot be read. */
export function webpWith(bytes: Buffer, notes: Buffer | null): Buffer | null {
  const parts = webpParts(bytes);
  if (!parts) return null;
  const kept = parts.filter(({ name }) => ofPicture.has(name));
  const isLarge = kept.some(({ name }) => name === 'VP8X');
  const body = Buffer.concat([
    ...kept.map((part) => withFlags(part, bytes.subarray(part.from, part.to), notes)),
    // Only the extended form has a place for notes.
    ...(notes && isLarge ? [padded(Buffer.concat([headOf('EXIF', notes.length), notes]))] : []),
  ]);
  return Buffer.concat([headOf('RIFF', body.length + 4), Buffer.from('WEBP', 'latin1'), body]);
}

function withFlags({ name }: WebpPart, part: Buffer, notes: Buffer | null): Buffer {
  if (name !== 'VP8X') return padded(part);
  const changed = Buffer.from(part);
  const flags = (changed[8] ?? 0) & ~(exifFlag | xmpFlag);
  changed[8] = notes ? flags | exifFlag : flags;
  return padded(changed);
}

function headOf(name: string, length: number): Buffer {
  const head = Buffer.alloc(8, name, 'latin1');
  head.writeUInt32LE(length, 4);
  return head;
}

const padded = (part: Buffer): Buffer =>
  part.length % 2 === 0 ? part : Buffer.concat([part, Buffer.of(0)]);
