import { z } from 'zod';
import { attached } from '../../platform/export-route.ts';
import type { RawCall } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { ownExport } from './ask-export.ts';
import { partsOf } from './exports.repo.ts';

const params = z.object({ exportId: z.uuid(), no: z.coerce.number().int().min(1).max(10_000) });

/** 下载导出文件. */
export async function readPart({ request, reply, transact }: RawCall): Promise<unknown> {
  const asked = params.safeParse(request.params);
  refuseUnless(asked.success, 'open-api.no-such-export');
  const { exportId, no } = asked.data;
  const { part, storage } = await transact(async (ctx) => {
    const { state } = await ownExport(ctx, exportId);
    const parts = state === 'done' ? await partsOf(ctx, exportId) : [];
    return { part: parts.find((each) => each.no === no), storage: ctx.ports.storage };
  });
  refuseUnless(part, 'open-api.no-such-export');
  const name = `orders-${exportId}-${no}.jsonl.gz`;
  return reply
    .headers(attached(name, 'application/gzip'))
    .header('content-length', part.bytes)
    .send(storage.open(part.digest));
}
