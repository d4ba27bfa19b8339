import { createHash, randomBytes } from 'node:crypto';
import type { FilePurpose } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { uploadKeyIndex } from './attach.ts';
import { knownFile, type SentFile } from './file-kind.ts';
import { insert, type StoredFile } from './files.repo.ts';
import { photoFactsOf } from './photo-facts.ts';

export interface Sent extends SentFile {
  purpose: FilePurpose;
  orderId: string | null;
  takenAt: Date | null;
  point: { lng: number; lat: number } | null;
}

const nameLength = 120;

/**
 * 存附件: known by its content, kept by its digest; time and place as the page says, else as the camera wrote.
 * Answers the row and, for somebody without an account, the key that proves it theirs.
 */
export async function keepFile(
  ctx: Context,
  sent: Sent,
): Promise<{ file: StoredFile; key: string }> {
  const known = await knownFile(sent);
  const digest = createHash('sha256').update(sent.bytes).digest();
  await ctx.ports.storage.put(digest.toString('hex'), sent.bytes);
  const camera = known.mime === 'image/jpeg' ? photoFactsOf(sent.bytes, '+08:00') : null;
  const id = ctx.newId();
  const key = randomBytes(24).toString('base64url');
  const file = {
    city_id: ctx.cityId,
    id,
    order_id: sent.orderId,
    assignment_id: null,
    unit_code: ctx.actor.unitCode,
    purpose: sent.purpose,
    name: sent.name.slice(-nameLength),
    mime: known.mime,
    bytes: sent.bytes.length,
    sha256: digest,
    key_index:
      ctx.actor.accountId === null && ctx.actor.kind === 'citizen'
        ? uploadKeyIndex(ctx, id, key)
        : null,
    taken_at: sent.takenAt ?? camera?.takenAt ?? null,
    lng: sent.point?.lng ?? camera?.point?.lng ?? null,
    lat: sent.point?.lat ?? camera?.point?.lat ?? null,
    added_by: ctx.actor.accountId,
    added_at: ctx.now,
  };
  await insert(ctx, file);
  return { file, key };
}
