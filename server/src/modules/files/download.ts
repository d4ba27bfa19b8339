import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { RawCall } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { StoragePort } from '../../ports/storage/index.ts';
import { byteRange } from './byte-range.ts';
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
  if (!isBare || actor.scope === 'all' || !isPhoto(file))
    return sendBytes(headed(reply, file), { file, storage, asked: request.headers.range });
  const bytes = await plainPhoto(storage, file);
  refuseUnless(bytes, 'files.no-such-file');
  return headed(reply, file)
    .header('content-length', bytes.length)
    .send(Readable.from([bytes]));
}

const headed = (reply: RawCall['reply'], file: StoredFile): RawCall['reply'] =>
  reply
    .header('content-type', file.mime)
    .header('content-disposition', dispositionOf(file))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=300');

interface Sending {
  readonly file: StoredFile;
  readonly storage: StoragePort;
  readonly asked: string | undefined;
}

/** Whole, or the part that is asked for, as by a player that jumps in a recording. */
function sendBytes(reply: RawCall['reply'], { file, storage, asked }: Sending): unknown {
  const size = file.bytes;
  const range = byteRange(asked, size);
  reply.header('accept-ranges', 'bytes');
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { from, to } = range ?? { from: 0, to: size };
  if (range) reply.code(206).header('content-range', `bytes ${from}-${to - 1}/${size}`);
  return reply
    .header('content-length', to - from)
    .send(storage.open(file.sha256.toString('hex'), { from, to }));
}

/** Pictures, sound and films open in the page; documents are saved, so that nothing of theirs runs here. */
function dispositionOf({ mime, name }: StoredFile): string {
  const how = /^(image|audio|video)\//.test(mime) ? 'inline' : 'attachment';
  return `${how}; filename*=UTF-8''${encodeURIComponent(name)}`;
}
