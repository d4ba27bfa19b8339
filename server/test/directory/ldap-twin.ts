import { createServer, type Socket } from 'node:net';
import { Ber, BerReader, BerWriter, type Filter, FilterParser } from 'ldapts';

export interface Entry {
  readonly dn: string;
  readonly password: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

export interface LdapTwin {
  readonly url: string;
  /** Who stands in it; may be changed while it runs. */
  readonly entries: Entry[];
  /** Names bound with, one after the other. */
  readonly binds: string[];
  stop(): Promise<void>;
}

const op = { bind: 0x60, bound: 0x61, unbind: 0x42, search: 0x63, entry: 0x64, done: 0x65 };
const simple = 0x80;
const result = { success: 0, invalidCredentials: 49 };

/** A pretend directory that speaks LDAP v3 over TCP (RFC 4511): simple bind, search below its base, unbind. */
export async function ldapTwin(first: readonly Entry[]): Promise<LdapTwin> {
  const entries = [...first];
  const binds: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let waiting = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      for (let size = sizeOf(waiting); size !== null; size = sizeOf(waiting)) {
        answer(socket, waiting.subarray(0, size), { entries, binds });
        waiting = waiting.subarray(size);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `ldap://127.0.0.1:${port}`,
    entries,
    binds,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Bytes of the first whole message; null while it is not all there. */
function sizeOf(bytes: Buffer): number | null {
  const reader = new BerReader(bytes);
  if (bytes.length < 2 || reader.readSequence() === null) return null;
  const size = reader.offset + reader.length;
  return size <= bytes.length ? size : null;
}

type State = Pick<LdapTwin, 'entries' | 'binds'>;

function answer(socket: Socket, message: Buffer, { entries, binds }: State): void {
  const reader = new BerReader(message);
  reader.readSequence();
  const id = reader.readInt() ?? 0;
  const kind = reader.readSequence();
  if (kind === op.unbind) socket.end();
  if (kind === op.bind) {
    reader.readInt();
    const dn = reader.readString() ?? '';
    const password = reader.readString(simple) ?? '';
    binds.push(dn);
    const isRight = entries.some((entry) => entry.dn === dn && entry.password === password);
    socket.write(ended(id, op.bound, isRight ? result.success : result.invalidCredentials));
  }
  if (kind === op.search) {
    const base = reader.readString() ?? '';
    for (const skip of [Ber.Enumeration, Ber.Enumeration, Ber.Integer, Ber.Integer])
      reader.readTag(skip);
    reader.readBoolean();
    const filter = FilterParser.parse(reader);
    for (const entry of entries)
      if (entry.dn.endsWith(`,${base}`) && isMatch(filter, entry)) socket.write(found(id, entry));
    socket.write(ended(id, op.done, result.success));
  }
}

/** Each value of an attribute with several stands for it once. */
function isMatch(filter: Filter, { attributes }: Entry): boolean {
  const most = Math.max(1, ...Object.values(attributes).map((values) => values.length));
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, values]) => [name, values[at] ?? values[0] ?? '']),
    ),
  ).some((one) => filter.matches(one, false));
}

function ended(id: number, kind: number, code: number): Buffer {
  return written(id, kind, (writer) => {
    writer.writeEnumeration(code);
    writer.writeString('');
    writer.writeString('');
  });
}

function found(id: number, { dn, attributes }: Entry): Buffer {
  const setOf = 0x31;
  return written(id, op.entry, (writer) => {
    writer.writeString(dn);
    writer.startSequence();
    for (const [name, values] of Object.entries(attributes)) {
      writer.startSequence();
      writer.writeString(name);
      writer.startSequence(setOf);
      for (const value of values) writer.writeString(value);
      writer.endSequence();
      writer.endSequence();
    }
    writer.endSequence();
  });
}

function written(id: number, kind: number, write: (writer: BerWriter) => void): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(id);
  writer.startSequence(kind);
  write(writer);
  writer.endSequence();
  writer.endSequence();
  return writer.buffer;
}
