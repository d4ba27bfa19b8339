import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { RawCall } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { byIds, type StoredFile } from './files.repo.ts';
import { isPhoto, plainPhoto } from './plain-photo.ts';

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
  const isBare = file.purpose === 'appeal' || file.holder_kind === 'clue';
  const isStripped = isBare && actor.scope !== 'all' && isPhoto(file);
  const bytes = isStripped ? await plainPhoto(storage, file) : null;
  refuseUnless(!isStripped || bytes, 'files.no-such-file');
  return reply
    .header('content-type', file.mime)
    .header('content-length', bytes?.length ?? file.bytes)
    .header('content-disposition', dispositionOf(file))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=300')
    .send(bytes ? Readable.from([bytes]) : storage.open(file.sha256.toString('hex')));
}

/** Pictures, sound and films open in the page; documents are saved, so that nothing of theirs runs here. */
function dispositionOf({ mime, name }: StoredFile): string {
  const how = /^(image|audio|video)\//.test(mime) ? 'inline' : 'attachment';
  return `${how}; filename*=UTF-8''${encodeURIComponent(name)}`;
}
