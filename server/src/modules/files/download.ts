import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { RawCall } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { StoragePort } from '../../ports/storage/index.ts';
import { byIds, type StoredFile } from './files.repo.ts';
import { withoutPhotoFacts } from './photo-facts.ts';

/** May this person see the file? Given by the modules above, which know orders. */
export type MayRead = (ctx: Context, file: StoredFile) => Promise<boolean>;

const ids = z.object({ fileId: z.uuid() });

/** 看附件: a file one may not see is refused like one that is not there. */
export async function download(call: RawCall, mayRead: MayRead): Promise<unknown> {
  const { request, reply, actor, transact } = call;
  const asked = ids.safeParse(request.params);
  const { file, storage } = await transact(async (ctx) => {
    const [found] = asked.success ? await byIds(ctx, [asked.data.fileId]) : [];
    refuseUnless(found && (await mayRead(ctx, found)), 'files.no-such-file');
    return { file: found, storage: ctx.ports.storage };
  });
  const isStripped = file.purpose === 'appeal' && actor.scope !== 'all' && isPhoto(file);
  const bytes = isStripped ? await plainPhoto(storage, file) : null;
  return reply
    .header('content-type', file.mime)
    .header('content-length', bytes?.length ?? file.bytes)
    .header('content-disposition', dispositionOf(file))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=300')
    .send(bytes ? Readable.from([bytes]) : storage.open(file.sha256.toString('hex')));
}

const isPhoto = ({ mime }: StoredFile): boolean => mime.startsWith('image/');

/**
 * What a citizen's camera wrote down tells where they live and what they carry: units see the picture only
 * (domain 2.11). Kinds whose notes we cannot take out are for the centre.
 */
async function plainPhoto(storage: StoragePort, file: StoredFile): Promise<Uint8Array> {
  const whole = await storage.read(file.sha256.toString('hex'));
  const plain = file.mime === 'image/jpeg' ? withoutPhotoFacts(whole) : withoutNotes(file, whole);
  refuseUnless(plain, 'files.no-such-file');
  return plain;
}

/** Screenshots and pictures a page has drawn anew carry no camera's notes. */
function withoutNotes({ mime }: StoredFile, whole: Uint8Array): Uint8Array | null {
  const isBare = mime === 'image/png' || mime === 'image/webp';
  const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  const hasNotes = ['eXIf', 'EXIF', 'tEXt', 'iTXt', 'XMP '].some((note) => bytes.includes(note));
  return isBare && !hasNotes ? whole : null;
}

/** Pictures, sound and films open in the page; documents are saved, so that nothing of theirs runs here. */
function dispositionOf({ mime, name }: StoredFile): string {
  const how = /^(image|audio|video)\//.test(mime) ? 'inline' : 'attachment';
  return `${how}; filename*=UTF-8''${encodeURIComponent(name)}`;
}
