import { filePurposes } from '@minsheng/contract/words/assignment.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { type App, mountRaw, type RawCall } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { fileViewOf } from './file-view.ts';
import { byIds, type StoredFile } from './files.repo.ts';
import { keepFile, type Sent } from './keep-file.ts';

/** May this person see the file? Given by the modules above, which know orders; refuses like a file that is not there. */
export type MayRead = (ctx: Context, file: StoredFile) => Promise<boolean>;

const fields = z.object({
  purpose: z.enum(filePurposes).catch('appeal'),
  orderId: z.uuid().nullable().catch(null),
  takenAt: z.iso.datetime({ offset: true }).nullable().catch(null),
  lng: z.coerce.number().min(-180).max(180).nullable().catch(null),
  lat: z.coerce.number().min(-90).max(90).nullable().catch(null),
});

export const fileRoutes =
  (mayRead: MayRead) =>
  (app: App): void => {
    const own = {
      method: 'POST',
      path: '/files',
      may: 'signed-in',
      audit: 'file uploaded',
    } as const;
    mountRaw(
      app,
      { ...own, summary: 'Upload a file (multipart): purpose, takenAt, lng, lat, file' },
      async (call) => {
        const sent = await readUpload(call);
        const { file } = await call.transact((ctx) => keepFile(ctx, { ...sent, orderId: null }));
        return fileViewOf(file, null);
      },
    );
    const open = {
      method: 'POST',
      path: '/public/files',
      may: 'public',
      audit: 'citizen file uploaded',
      limit: 60,
    } as const;
    mountRaw(
      app,
      { ...open, summary: 'Upload a citizen’s photo (multipart); the key proves it theirs' },
      async (call) => {
        const sent = await readUpload(call);
        const { file, key } = await call.transact((ctx) =>
          keepFile(ctx, { ...sent, purpose: 'appeal', orderId: null }),
        );
        return { id: file.id, key, name: file.name, bytes: file.bytes };
      },
    );
    const read = {
      method: 'GET',
      path: '/files/:fileId',
      may: 'signed-in',
      audit: 'file read',
    } as const;
    mountRaw(app, { ...read, summary: 'The bytes of a file' }, (call) => download(call, mayRead));
  };

/** One file and a few words beside it; read whole, for a photo is small and its digest is needed anyway. */
async function readUpload({ request }: RawCall): Promise<Sent> {
  const part = await request.file();
  refuseUnless(part, 'platform.bad-input', { fields: 'file' });
  const bytes = await part.toBuffer();
  const said = Object.fromEntries(
    Object.entries(part.fields).flatMap(([name, field]) =>
      field && 'value' in field ? [[name, field.value]] : [],
    ),
  );
  const { purpose, orderId, takenAt, lng, lat } = fields.parse({ ...nothingSaid, ...said });
  return {
    name: part.filename,
    declaredType: part.mimetype,
    bytes,
    purpose,
    orderId,
    takenAt: takenAt === null ? null : new Date(takenAt),
    point: lng !== null && lat !== null ? { lng, lat } : null,
  };
}

const nothingSaid = { purpose: 'appeal', orderId: null, takenAt: null, lng: null, lat: null };

async function download({ request, reply, transact }: RawCall, mayRead: MayRead): Promise<unknown> {
  const id = z.object({ fileId: z.uuid() }).safeParse(request.params);
  const { storage, file } = await transact(async (ctx) => {
    const [found] = id.success ? await byIds(ctx, [id.data.fileId]) : [];
    refuseUnless(found && (await mayRead(ctx, found)), 'files.no-such-file');
    return { storage: ctx.ports.storage, file: found };
  });
  return reply
    .header('content-type', file.mime)
    .header('content-length', file.bytes)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=3600')
    .send(storage.open(file.sha256.toString('hex')));
}
