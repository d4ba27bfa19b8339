import { fileTypeFromBuffer } from 'file-type';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { type FileFormat, type FileKind, fileFormats, largestMb } from './file-formats.ts';

export interface KnownFile {
  readonly kind: FileKind;
  /** What to serve it as, whatever the sender said. */
  readonly mime: string;
  readonly extension: string;
}

export interface SentFile {
  readonly name: string;
  /** As the browser says; empty when it does not know. */
  readonly declaredType: string;
  /** All of it, or the beginning of something large. */
  readonly bytes: Uint8Array;
  /** Of the whole; when it is not said the bytes are all there is. */
  readonly size?: number;
}

const megabyte = 1024 * 1024;
const undeclared = ['', 'application/octet-stream', 'binary/octet-stream'];
// Office files that carry programs keep them in a part of this name, listed in clear in the package.
const programPart = 'vbaProject.bin';

/** 文件识别: what a sent file really is, by its content; refuses what is not allowed, disguised or too large. */
export async function knownFile(sent: SentFile): Promise<KnownFile> {
  const format = await formatOf(sent);
  refuseUnless(isNamedAs(format, sent.name), 'files.disguised');
  refuseUnless(isDeclaredAs(format, sent.declaredType), 'files.disguised');
  refuseUnless(!carriesProgram(format, sent.bytes), 'files.kind-refused');
  const limit = largestMb[format.kind];
  refuseUnless((sent.size ?? sent.bytes.length) <= limit * megabyte, 'files.too-large', { limit });
  return { kind: format.kind, mime: format.mime, extension: format.extensions[0] };
}

async function formatOf({ name, bytes }: SentFile): Promise<FileFormat> {
  const extension = extensionOf(name);
  const claimed = fileFormats.find(({ extensions }) => extensions.includes(extension));
  const found = await fileTypeFromBuffer(bytes);
  const format = fileFormats.find(({ mime }) => mime === found?.mime);
  // Something else under an allowed name is a disguise; under its own name it is only not wanted.
  if (!format) throw new Refusal(claimed ? 'files.disguised' : 'files.kind-refused');
  return format;
}

/** A name without an extension claims nothing: pages that shrink a photo send it so. */
function isNamedAs({ extensions }: FileFormat, name: string): boolean {
  const extension = extensionOf(name);
  return extension === '' || extensions.includes(extension);
}

function isDeclaredAs({ mime, alsoDeclaredAs }: FileFormat, declaredType: string): boolean {
  const declared = declaredType.split(';')[0]?.trim().toLowerCase() ?? '';
  return [...undeclared, mime, ...alsoDeclaredAs].includes(declared);
}

function carriesProgram({ kind }: FileFormat, bytes: Uint8Array): boolean {
  if (kind !== 'document') return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(programPart);
}

function extensionOf(name: string): string {
  return /\.([^.\\/]*)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}
