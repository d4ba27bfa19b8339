// For tests: the block of notes a camera writes, made here byte by byte.

export type Value =
  | { tag: number; ascii: string }
  | { tag: number; short: number }
  | { tag: number; at: number }
  | { tag: number; fractions: number[] };

/** Writes directories the way cameras do, in either byte order. */
export function tiff(
  directories: { main: Value[]; camera: Value[]; place: Value[] },
  isLittle: boolean,
): Buffer {
  const block = Buffer.alloc(600);
  const put16 = (value: number, at: number) =>
    isLittle ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const put32 = (value: number, at: number) =>
    isLittle ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  let free = 300;
  const write = (values: Value[], from: number) => {
    put16(values.length, from);
    values.forEach((value, index) => {
      const own = from + 2 + index * 12;
      put16(value.tag, own);
      if ('short' in value) {
        put16(3, own + 2);
        put32(1, own + 4);
        put16(value.short, own + 8);
      } else if ('at' in value) {
        put16(4, own + 2);
        put32(1, own + 4);
        put32(value.at, own + 8);
      } else if ('ascii' in value) {
        put16(2, own + 2);
        put32(value.ascii.length + 1, own + 4);
        const inside = value.ascii.length + 1 <= 4;
        block.write(value.ascii, inside ? own + 8 : free, 'latin1');
        if (!inside) put32(free, own + 8);
        free += inside ? 0 : value.ascii.length + 1;
      } else {
        put16(5, own + 2);
        put32(value.fractions.length / 2, own + 4);
        put32(free, own + 8);
        for (const number of value.fractions) {
          put32(number, free);
          free += 4;
        }
      }
    });
  };
  block.write(isLittle ? 'II' : 'MM', 0, 'latin1');
  put16(42, 2);
  put32(8, 4);
  write([...directories.main, { tag: 0x8769, at: 100 }, { tag: 0x8825, at: 200 }], 8);
  write(directories.camera, 100);
  write(directories.place, 200);
  return block;
}

export const taken: Value[] = [{ tag: 0x9003, ascii: '2026:01:05 22:41:07' }];
export const place: Value[] = [
  { tag: 1, ascii: 'N' },
  { tag: 2, fractions: [24, 1, 30, 1, 3600, 100] },
  { tag: 3, ascii: 'E' },
  { tag: 4, fractions: [117, 1, 39, 1, 0, 1] },
];
