import { type FilePurpose, filePurposes } from '@minsheng/contract/words/assignment.ts';
import { z } from 'zod';
import type { Runtime } from '../../platform/context.ts';
import { type App, mountRaw, type RawCall } from '../../platform/http.ts';
import { badInput, refuseUnless } from '../../platform/refusal.ts';
import { download, type MayRead } from './download.ts';
import { largestUploadMb } from './file-formats.ts';
import { fileViewOf } from './file-view.ts';
import { type Arrived, keepArrived, receiveFile, type SentWords } from './keep-file.ts';

/** A citizen's phone film of a minute; more is for those who answer for what they send. */
const citizenMb = 50;

export const fileRoutes =
  (mayRead: MayRead) =>
  (app: App): void => {
    mountRaw(
      app,
      {
        method: 'POST',
        path: '/files',
        may: [
          'handling.work',
          'intake.receive',
          'dispatch.send',
          'call-back.do',
          'call-back.judge',
          'visits.do',
        ],
        audit: 'file uploaded',
        summary: 'Upload a file (multipart): purpose, takenAt, lng, lat, file',
      },
      (call) => uploadFile(call, app.runtime),
    );
    mountRaw(
      app,
      {
        method: 'POST',
        path: '/public/files',
        may: 'public',
        audit: 'citizen file uploaded',
        limit: 60,
        summary: 'Upload a citizen’s photo (multipart); the key proves it theirs',
      },
      async (call) => {
        const { arrived, words } = await readUpload(call, app.runtime, {
          mostMb: citizenMb,
          purposeOf: () => 'appeal',
        });
        const { file, key } = await call.transact((ctx) => keepArrived(ctx, arrived, words));
        return { id: file.id, key, name: file.name, bytes: file.bytes };
      },
    );
    mountRaw(
      app,
      {
        method: 'GET',
        path: '/files/:fileId',
        may: 'signed-in',
        audit: 'file read',
        summary: 'The bytes of a file',
      },
      (call) => download(call, mayRead),
    );
  };

/** 上传 by whoever has an account. */
export async function uploadFile(call: RawCall, runtime: Runtime): Promise<unknown> {
  const { arrived, words } = await readUpload(call, runtime, {
    mostMb: largestUploadMb,
    purposeOf: saidPurpose,
  });
  return call.transact(async (ctx) =>
    fileViewOf(ctx, (await keepArrived(ctx, arrived, words)).file, null),
  );
}

/** 附件用途 as said by whoever has an account; another word is no purpose, and not another one either. */
function saidPurpose(said: string): FilePurpose {
  const purpose = filePurposes.find((one) => one === said);
  const facts = { purpose: said.slice(0, shownLength) || '(空)', known: filePurposes.join('、') };
  refuseUnless(purpose, 'files.no-such-purpose', facts);
  return purpose;
}
const shownLength = 20;

const said = z.object({
  purpose: z.string().catch(''),
  takenAt: z.iso.datetime({ offset: true }).nullable().catch(null),
  lng: z.coerce.number().min(-180).max(180).nullable().catch(null),
  lat: z.coerce.number().min(-90).max(90).nullable().catch(null),
});
const nothingSaid = { purpose: '', takenAt: null, lng: null, lat: null };

interface Wanted {
  readonly mostMb: number;
  readonly purposeOf: (said: string) => FilePurpose;
}

/** One file, and a few words that come before it. */
async function readUpload(
  { request }: RawCall,
  { ports, city }: Runtime,
  { mostMb, purposeOf }: Wanted,
): Promise<{ arrived: Arrived; words: SentWords }> {
  const part = await request.file({ limits: { fileSize: mostMb * 1024 * 1024 + 1 } });
  if (!part) throw badInput(['fileId']);
  const fields = Object.entries(part.fields).flatMap(([name, field]) =>
    field && 'value' in field ? [[name, field.value]] : [],
  );
  const { purpose, takenAt, lng, lat } = said.parse({
    ...nothingSaid,
    ...Object.fromEntries(fields),
  });
  const words = {
    name: part.filename,
    declaredType: part.mimetype,
    purpose: purposeOf(purpose),
    takenAt: takenAt === null ? null : new Date(takenAt),
    point: lng !== null && lat !== null ? { lng, lat } : null,
  };
  const limits = { words, mostMb, zone: city.zone };
  return { arrived: await receiveFile(ports.storage, part.file, limits), words };
}
