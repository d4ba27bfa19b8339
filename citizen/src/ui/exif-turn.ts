/** How a camera held the picture: EXIF orientation 1 to 8; 1 when the file says nothing. */
export function exifTurn(bytes: ArrayBuffer): number {
  const view = new DataView(bytes);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return 1;
  let at = 2;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint16(at);
    if (marker === 0xffe1) return turnInSegment(view, at + 4);
    // Past the start of the scan there are no more segments.
    if (marker >> 8 !== 0xff || marker === 0xffda) return 1;
    at += 2 + view.getUint16(at + 2);
  }
  return 1;
}

const orientationTag = 0x0112;

function turnInSegment(view: DataView, start: number): number {
  if (start + 14 > view.byteLength || view.getUint32(start) !== 0x45786966) return 1;
  const tiff = start + 6;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const entries = tiff + view.getUint32(tiff + 4, isLittle);
  if (entries + 2 > view.byteLength) return 1;
  const count = view.getUint16(entries, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = entries + 2 + index * 12;
    if (entry + 10 > view.byteLength) return 1;
    if (view.getUint16(entry, isLittle) === orientationTag) {
      const turn = view.getUint16(entry + 8, isLittle);
      return turn >= 1 && turn <= 8 ? turn : 1;
    }
  }
  return 1;
}

/** The smallest EXIF block that says "turned", to be put behind a JPEG's first two bytes. */
export function exifBlock(turn: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array([
    0xff,
    0xe1,
    0x00,
    0x22,
    0x45,
    0x78,
    0x69,
    0x66,
    0x00,
    0x00,
    0x4d,
    0x4d,
    0x00,
    0x2a,
    0x00,
    0x00,
    0x00,
    0x08,
    0x00,
    0x01,
    0x01,
    0x12,
    0x00,
    0x03,
    0x00,
    0x00,
    0x00,
    0x01,
    0x00,
    turn,
    0x00,
    0x00,
    0x00,
    0x00,
    0x00,
    0x00,
  ]);
}
