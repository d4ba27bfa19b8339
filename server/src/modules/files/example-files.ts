// For tests: the beginnings by which kinds of file are known, made here byte by byte.

const ascii = (text: string) => Buffer.from(text, 'latin1');
const words = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
};

function pngChunk(kind: string, data: Buffer): Buffer {
  return Buffer.concat([words(data.length), ascii(kind), data, words(0)]);
}

function movie(brand: string): Buffer {
  return Buffer.concat([
    words(24),
    ascii(`ftyp${brand}`),
    words(0),
    ascii(`${brand}isom`),
    Buffer.alloc(64),
  ]);
}

/** A package of stored parts, as Office writes them but without compression. */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const written = Object.entries(parts).map(([name, text]) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(text.length, 18);
    head.writeUInt32LE(text.length, 22);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, ascii(name), ascii(text)]);
  });
  return Buffer.concat([...written, words(0x504b0506), Buffer.alloc(18)]);
}

function contentTypes(main: string): Record<string, string> {
  const type = `application/vnd.openxmlformats-officedocument.${main}.main+xml`;
  return {
    '[Content_Types].xml': `<Types><Override PartName="/x.xml" ContentType="${type}"/></Types>`,
  };
}

export const exampleFiles = {
  jpg: Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    ascii('JFIF\0'),
    Buffer.alloc(64),
  ]),
  png: Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', Buffer.alloc(13)),
    pngChunk('IDAT', Buffer.alloc(12)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]),
  webp: Buffer.concat([ascii('RIFF'), words(0x40000000), ascii('WEBPVP8 '), Buffer.alloc(64)]),
  heic: movie('heic'),
  mp4: movie('isom'),
  mov: movie('qt  '),
  mp3: Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(64)]),
  wav: Buffer.concat([ascii('RIFF'), words(0x40000000), ascii('WAVEfmt '), Buffer.alloc(64)]),
  amr: Buffer.concat([ascii('#!AMR\n'), Buffer.alloc(64)]),
  pdf: Buffer.concat([ascii('%PDF-1.7\n'), Buffer.alloc(64)]),
  docx: zipOf(contentTypes('wordprocessingml.document')),
  xlsx: zipOf(contentTypes('spreadsheetml.sheet')),
  macro: zipOf({ ...contentTypes('wordprocessingml.document'), 'word/vbaProject.bin': 'x' }),
  zip: zipOf({ 'readme.txt': 'hello' }),
  svg: ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  html: ascii('<!doctype html><html><body><script>alert(1)</script></body></html>'),
  script: ascii('#!/bin/sh\necho hello\n'),
  exe: Buffer.concat([ascii('MZ'), Buffer.alloc(128)]),
  gif: Buffer.concat([ascii('GIF89a'), Buffer.alloc(64)]),
  empty: Buffer.alloc(0),
} as const;
