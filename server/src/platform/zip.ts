import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const utf8 = 0x0800;
const deflated = 8;
const version = 20;
/** 1 January 1980: the same content is the same bytes. */
const noDate = 0x0021;

/** A zip of a few small parts, such as an office file is. No dates in it, so equal parts make equal bytes. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts = entries.map(({ name, bytes }) => {
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(version, 0);
    facts.writeUInt16LE(utf8, 2);
    facts.writeUInt16LE(deflated, 4);
    facts.writeUInt16LE(noDate, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(label.length, 22);
    return { facts, label, packed };
  });
  const bodies = parts.map(({ facts, label, packed }) =>
    Buffer.concat([signature('PK\x03\x04'), facts, label, packed]),
  );
  let offset = 0;
  const directory = parts.map(({ facts, label }, no) => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    offset += bodies[no]?.length ?? 0;
    return Buffer.concat([signature('PK\x01\x02\x14\x00'), facts, rest, label]);
  });
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, table, signature('PK\x05\x06'), end]);
}

const signature = (bytes: string): Buffer => Buffer.from(bytes, 'latin1');
