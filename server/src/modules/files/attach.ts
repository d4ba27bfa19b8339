import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { type Attachment, byIds, type StoredFile, tie } from './files.repo.ts';

const mostFiles = 30;

/**
 * 关联附件: a file belongs to one order for ever. One that lies with another order, or that somebody else uploaded,
 * is refused: `files.not-yours`.
 */
export async function attach(ctx: Context, ids: readonly string[], to: Attachment): Promise<void> {
  if (ids.length === 0) return;
  const unique = [...new Set(ids)];
  refuseUnless(unique.length <= mostFiles, 'files.too-many', { limit: mostFiles });
  const files = await byIds(ctx, unique);
  refuseUnless(files.length === unique.length, 'files.no-such-file');
  refuseUnless(
    files.every((file) => mayTie(ctx, file, to.orderId)),
    'files.not-yours',
  );
  await tie(ctx, unique, to);
}

function mayTie(ctx: Context, file: StoredFile, orderId: string): boolean {
  if (file.order_id !== null) return file.order_id === orderId;
  if (claimed.get(ctx.unitOfWork)?.has(file.id)) return true;
  const isOwn = file.added_by !== null && file.added_by === ctx.actor.accountId;
  return (
    isOwn ||
    (ctx.actor.kind === 'link' && file.unit_code === ctx.actor.unitCode) ||
    ctx.actor.kind === 'system'
  );
}

/** Uploads of this transaction's citizen, proven by the keys they were given. */
const claimed = new WeakMap<Context['unitOfWork'], Set<string>>();

/** 领取上传: a citizen has no account; the key told at the upload proves that the file is theirs. */
export async function claimUploads(
  ctx: Context,
  uploads: readonly { id: string; key: string }[],
): Promise<string[]> {
  const files = await byIds(
    ctx,
    uploads.map(({ id }) => id),
  );
  for (const { id, key } of uploads) {
    const kept = files.find((file) => file.id === id)?.key_index;
    refuseUnless(kept && timingSafeEqual(kept, uploadKeyIndex(ctx, id, key)), 'files.not-yours');
  }
  const ids = uploads.map(({ id }) => id);
  claimed.set(ctx.unitOfWork, new Set(ids));
  return ids;
}

export const uploadKeyIndex = (ctx: Context, fileId: string, key: string): Buffer =>
  blindIndex(ctx.keys, 'upload', `${fileId}:${key}`);
